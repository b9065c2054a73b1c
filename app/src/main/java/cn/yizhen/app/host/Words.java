package cn.yizhen.app.host;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a command line, read strictly: an unknown or doubled option is an error, never passed over. */
public final class Words {

    private static final Pattern SECRET_OPTION = Pattern.compile("^--.*(?:password|secret)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECRET_WITHIN = Pattern.compile("(?:[?&\\s]|^)(?:ssl)?password=\\S", Pattern.CASE_INSENSITIVE);

    private final String usage;
    private final List<String> plain;
    private final Map<String, String> values;
    private final Set<String> marks;

    private Words(String usage, List<String> plain, Map<String, String> values, Set<String> marks) {
        this.usage = usage;
        this.plain = plain;
        this.values = values;
        this.marks = marks;
    }

    /** Does what a command line asks for: 0 done, 1 refused, 2 written wrongly, each of these told. */
    public static int obey(PrintStream err, Runnable command) {
        try {
            command.run();
            return 0;
        } catch (Wrong e) {
            err.println(e.getMessage());
            return 2;
        } catch (CannotStart e) {
            e.tell(err);
            return 1;
        }
    }

    /**
     * @param usage  one line that is shown with every error
     * @param valued options followed by a value
     * @param marks  options that stand alone
     * @throws Wrong when the words are none of these
     */
    public static Words read(List<String> words, String usage, Set<String> valued, Set<String> marks) {
        var plain = new ArrayList<String>();
        var values = new HashMap<String, String>();
        var set = new HashSet<String>();
        for (int place = 0; place < words.size(); place++) {
            var word = words.get(place);
            if (!word.startsWith("--")) {
                plain.add(word);
            } else if (marks.contains(word)) {
                set.add(word);
            } else if (!valued.contains(word)) {
                throw new Wrong("不认识的参数：" + word + "。" + usage);
            } else if (++place == words.size() || words.get(place).startsWith("--")) {
                throw new Wrong(word + " 后面缺少内容。" + usage);
            } else if (values.put(word, words.get(place)) != null) {
                throw new Wrong(word + " 写了两次，只留一个。" + usage);
            }
        }
        return new Words(usage, plain, values, set);
    }

    /**
     * Every user of a machine can read the command lines of its programs.
     *
     * @throws CannotStart when an option holds a password or secret, or an address has one in it
     */
    public static void refuseSecrets(List<String> words) {
        for (var word : words) {
            var name = word.split("=", 2)[0];
            if (SECRET_OPTION.matcher(name).find() || SECRET_WITHIN.matcher(word).find()) {
                throw new CannotStart("密码不能写在命令行上：" + (name.startsWith("--") ? name : "地址里的 password=") + "。",
                        "请写进环境变量（如 YIZHEN_DATABASE_APP_PASSWORD）、口令文件（--password-file），或只有本服务能读的配置文件（--spring.config.additional-location=）。");
            }
        }
    }

    public boolean has(String mark) {
        return marks.contains(mark) || values.containsKey(mark);
    }

    public Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    public Optional<Path> file(String option) {
        return value(option).map(Path::of);
    }

    public Path neededFile(String option) {
        return file(option).orElseThrow(() -> new Wrong("缺少 " + option + "。" + usage));
    }

    /** The words that stand without an option. */
    public List<String> plain() {
        return List.copyOf(plain);
    }

    /** The one word that stands without an option. */
    public Path only(String what) {
        if (plain.size() != 1) {
            throw new Wrong((plain.isEmpty() ? "缺少" + what : what + "只能写一个") + "。" + usage);
        }
        return Path.of(plain.getFirst());
    }

    public void nothingElse() {
        if (!plain.isEmpty()) {
            throw new Wrong("不认识的参数：" + plain.getFirst() + "。" + usage);
        }
    }

    /** The command was written wrongly; the message says how it is written. */
    public static final class Wrong extends RuntimeException {

        public Wrong(String message) {
            super(message);
        }
    }
}
