import java.io.File;
import java.io.FileInputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/**
 * Asks veraPDF's engine about PDF files, all in one run of Java, which takes longer to start than to check.
 *
 * <p>Arguments: a profile (ua1, ua2, 3a, ...) and the files. Standard output has one line a finding, split by tabs:
 * <pre>
 *   FILE   number  true|false  checks made
 *   FAIL   number  clause-test  times  object  what the rule says  where the first one is
 *   ERROR  number  what went wrong
 * </pre>
 * The number is the place of the file among the arguments, from 0. The exit status is 0 whenever every file was answered for.
 */
public final class VeraCheck {
    private static final int ALL = Integer.MAX_VALUE;

    private VeraCheck() {
    }

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PDFAFlavour flavour = PDFAFlavour.fromString(arguments[0]);
        ValidationProfile profile = Profiles.getVeraProfileDirectory().getValidationProfileByFlavour(flavour);
        for (int number = 0; number < arguments.length - 1; number++) {
            try {
                report(out, number, profile, check(new File(arguments[number + 1]), flavour, profile));
            } catch (Exception | StackOverflowError | OutOfMemoryError problem) {
                line(out, "ERROR", number, problem);
            }
        }
    }

    private static ValidationResult check(File file, PDFAFlavour flavour, ValidationProfile profile) throws Exception {
        try (FileInputStream input = new FileInputStream(file);
             PDFAParser parser = Foundries.defaultInstance().createParser(input, flavour);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, ALL, false, false, false)) {
            return validator.validate(parser);
        }
    }

    private static void report(PrintStream out, int number, ValidationProfile profile, ValidationResult result) {
        line(out, "FILE", number, result.isCompliant(), result.getTotalAssertions());
        Map<RuleId, String> places = new HashMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                places.putIfAbsent(assertion.getRuleId(), assertion.getLocation().getContext());
            }
        }
        Map<RuleId, Integer> failed = result.getFailedChecks();
        for (Rule rule : profile.getRules()) {
            RuleId id = rule.getRuleId();
            if (failed.containsKey(id)) {
                line(out, "FAIL", number, id.getClause() + "-" + id.getTestNumber(), failed.get(id), rule.getObject(),
                    rule.getDescription(), places.getOrDefault(id, ""));
            }
        }
    }

    private static void line(PrintStream out, Object... words) {
        StringBuilder text = new StringBuilder();
        for (Object word : words) {
            text.append(text.length() == 0 ? "" : "\t").append(String.valueOf(word).replaceAll("\\s+", " "));
        }
        out.println(text);
    }
}
