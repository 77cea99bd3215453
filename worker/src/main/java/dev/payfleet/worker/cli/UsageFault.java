package dev.payfleet.worker.cli;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What is wrong with a command line, told by names alone: the parser's own words repeat what was typed, which may
/// be a password in the wrong place.
final class UsageFault {
    private static final Pattern OPTION = Pattern.compile("--[A-Za-z-]+|-[A-Za-z]");

    private UsageFault() {}

    static CommandException of(ParameterException fault) {
        String command = fault.getCommandLine().getCommandSpec().qualifiedName();
        return new CommandException(ExitCode.USAGE, wrong(fault), "see " + command + " --help");
    }

    private static String wrong(ParameterException fault) {
        if (fault instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched().getFirst());
        }
        if (fault instanceof MissingParameterException missing) {
            // What is not known comes first: an option that is spelt wrong is missing as well.
            List<String> unknown = fault.getCommandLine().getUnmatchedArguments();
            return unknown.isEmpty() ? missing(missing.getMissing()) : unmatched(unknown.getFirst());
        }
        ArgSpec spec = fault.getArgSpec();
        return spec == null ? "these options do not go together" : name(spec) + ": expected " + expected(spec);
    }

    private static String missing(List<ArgSpec> specs) {
        String names = specs.stream().map(UsageFault::name).collect(Collectors.joining(" and "));
        return names + (specs.size() == 1 ? " is missing" : " are missing");
    }

    /// Of `--password=x` and `-px` only the option is told.
    private static String unmatched(String word) {
        Matcher option = OPTION.matcher(word);
        return option.lookingAt() ? "there is no option " + option.group() : "an argument too many";
    }

    private static String name(ArgSpec spec) {
        return spec instanceof OptionSpec option ? option.longestName() : spec.paramLabel();
    }

    private static String expected(ArgSpec spec) {
        Class<?> type = spec.type();
        if (type == UUID.class) {
            return "the id of a job, a UUID";
        }
        if (type == int.class || type == Integer.class) {
            return "a whole number";
        }
        return type == boolean.class || type == Boolean.class ? "no value, and once only" : "one value";
    }
}
