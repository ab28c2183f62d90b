"""What leaves the workspace: documents, workbooks and tables, each made from facts that a privacy filter has seen."""
