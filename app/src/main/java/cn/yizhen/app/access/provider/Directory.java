package cn.yizhen.app.access.provider;

import cn.yizhen.app.access.Accounts;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.SignedIn;
import cn.yizhen.app.access.SlipHolders;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The directory's files in the folder the operator named, read when the security administrator looks at
 * them. A file proposes; nothing counts until somebody confirmed it.
 */
@Component
class Directory {

    private static final Pattern FILE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._ -]{0,100}\\.(?i:csv|json)");

    /** What would become of a line. */
    enum Change {
        NEW("新确认"), MOVED("换人");

        final String chinese;

        Change(String chinese) {
            this.chinese = chinese;
        }
    }

    /**
     * A change to be confirmed.
     *
     * @param id  identity of the change within this file
     * @param who whose account it is about, by post
     */
    record Proposal(String id, Change change, String issuer, String subject, String who, SlipHolders.Holder holder) {}

    /** A line that proposes nothing, with the reason. */
    record Question(String place, String text) {}

    /** What a file would change. */
    record Plan(String digest, List<Proposal> proposals, List<Identities.Linked> gone, List<Question> questions, int unchanged) {}

    private final ProviderSettings settings;
    private final Identities identities;
    private final Accounts accounts;
    private final ObjectProvider<SlipHolders> roster;

    Directory(ProviderSettings settings, Identities identities, Accounts accounts, ObjectProvider<SlipHolders> roster) {
        this.settings = settings;
        this.identities = identities;
        this.accounts = accounts;
        this.roster = roster;
    }

    /** The names of the files that lie there, in order; empty without a folder. */
    List<String> files() {
        var folder = settings.directory();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).map(file -> file.getFileName().toString())
                    .filter(name -> FILE.matcher(name).matches()).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    Outcome<Plan> plan(Scope scope, String fileName) {
        return read(fileName).map(file -> plan(scope, file));
    }

    /** Confirms the chosen changes of a file, if it is still the one that was looked at; answers how many. */
    Outcome<Integer> confirm(Scope scope, UUID key, String fileName, String digest, Set<String> chosen) {
        return plan(scope, fileName).then(plan -> {
            if (!plan.digest().equals(digest)) {
                return Outcome.refused(Reason.of("directory-changed", "文件“" + fileName + "”在您查看以后变了。", "请看一遍现在的内容，再确认。"));
            }
            var done = 0;
            for (var proposal : plan.proposals()) {
                if (chosen.contains(proposal.id())) {
                    identities.link(scope, of(key, proposal.id()), new Identities.Proposed(proposal.issuer(), proposal.subject(), proposal.holder().person()));
                    done++;
                }
            }
            for (var gone : plan.gone()) {
                if (chosen.contains(id(gone.issuer(), gone.subject()))) {
                    identities.unlink(scope, of(key, id(gone.issuer(), gone.subject())), gone);
                    done++;
                }
            }
            return Outcome.done(done);
        });
    }

    /** Names one identity in a form without spelling it out. */
    static String id(String issuer, String subject) {
        return UUID.nameUUIDFromBytes((issuer + "\n" + subject).getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static UUID of(UUID key, String id) {
        return UUID.nameUUIDFromBytes((key + id).getBytes(StandardCharsets.UTF_8));
    }

    private Outcome<DirectoryFile> read(String fileName) {
        var folder = settings.directory();
        if (folder == null || !files().contains(fileName)) {
            return Outcome.refused(Reason.of("directory-not-there", "没有文件“" + fileName + "”。", "请看文件是否已放进设置的目录（yizhen.provider.directory）。"));
        }
        try {
            var path = folder.resolve(fileName);
            return Files.size(path) > DirectoryFile.LARGEST ? DirectoryFile.read(fileName, new byte[DirectoryFile.LARGEST + 1])
                    : DirectoryFile.read(fileName, Files.readAllBytes(path));
        } catch (IOException e) {
            return Outcome.refused(Reason.of("directory-unreadable", "文件“" + fileName + "”读不出来。", "请检查文件的权限，放好以后再看。"));
        }
    }

    private Plan plan(Scope scope, DirectoryFile file) {
        var linked = identities.all(scope).stream().collect(Collectors.toMap(one -> id(one.issuer(), one.subject()), Function.identity()));
        var proposals = new ArrayList<Proposal>();
        var questions = new ArrayList<Question>();
        var seen = new HashSet<String>();
        var unchanged = 0;
        for (var row : file.rows()) {
            switch (examine(scope, row, linked, seen)) {
                case Outcome.Refused<Proposal>(var reasons) when reasons.getFirst().code().equals("unchanged") -> unchanged++;
                case Outcome.Refused<Proposal>(var reasons) -> questions.add(new Question(row.place(), reasons.getFirst().text() + reasons.getFirst().nextStep()));
                case Outcome.Done<Proposal>(var proposal) -> proposals.add(proposal);
            }
        }
        var issuers = file.rows().stream().map(DirectoryFile.Row::issuer).collect(Collectors.toSet());
        var gone = linked.entrySet().stream().filter(one -> issuers.contains(one.getValue().issuer()) && !seen.contains(one.getKey())).map(Map.Entry::getValue)
                .sorted(Comparator.comparing(Identities.Linked::login)).toList();
        return new Plan(file.digest(), List.copyOf(proposals), gone, List.copyOf(questions), unchanged);
    }

    private Outcome<Proposal> examine(Scope scope, DirectoryFile.Row row, Map<String, Identities.Linked> linked, Set<String> seen) {
        var id = id(row.issuer(), row.subject());
        if (row.issuer().isEmpty() || row.subject().isEmpty() || row.post().isEmpty()) {
            return question("签发方、标识、岗位代码没有填全。", "请补全。");
        }
        if (!seen.add(id)) {
            return question("标识“" + row.subject() + "”前面已经出现过。", "请只留一行。");
        }
        if (!row.issuer().equals(settings.issuer())) {
            return question("签发方“" + row.issuer() + "”不是本平台设置的 " + settings.issuer() + "。", "请核对。");
        }
        var holders = roster.getObject().holding(scope, row.post());
        if (holders.size() != 1) {
            return question("岗位“" + row.post() + "”" + (holders.isEmpty() ? "不存在或今天无人任职" : "今天有 " + holders.size() + " 人任职") + "。", "请核对岗位代码，或先维护机构名册。");
        }
        var holder = holders.getFirst();
        if (!row.name().isEmpty() && !row.name().equals(holder.personName())) {
            return question("岗位“" + row.post() + "”今天不是“" + row.name() + "”任职。", "请核对目录和机构名册哪边旧了。");
        }
        var known = linked.get(id);
        if (known != null && accounts.ofPerson(scope.county(), holder.person()).map(SignedIn::account).filter(known.account()::equals).isPresent()) {
            return Outcome.refused(Reason.of("unchanged", "没有变化。", ""));
        }
        return Outcome.done(new Proposal(id, known == null ? Change.NEW : Change.MOVED, row.issuer(), row.subject(),
                holder.unitName() + holder.title() + " " + holder.personName(), holder));
    }

    private static Outcome<Proposal> question(String text, String nextStep) {
        return Outcome.refused(Reason.of("question", text, nextStep));
    }
}
