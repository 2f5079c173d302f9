package org.sessiondesk.site;

/** A setting that is missing or can't be: the start stops with one line that names it, the problem and an example. */
public final class ImpossibleSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final String problem;
    private final String example;

    /**
     * @param name as an environment variable
     * @param problem what is wrong with it, never its value if that is a secret
     * @param example a value that would do
     */
    public ImpossibleSetting(String name, String problem, String example) {
        super(name + " " + problem + ". Example: " + example);
        this.name = name;
        this.problem = problem;
        this.example = example;
    }

    /** The environment variable. */
    public String name() {
        return name;
    }

    /** What is wrong with it. */
    public String problem() {
        return problem;
    }

    /** A value that would do. */
    public String example() {
        return example;
    }
}
