"""What comes into a workspace from files people made elsewhere: read with care, checked whole, shown before anything is changed."""
