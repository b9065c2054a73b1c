package cn.yizhen.app.organisation;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Person;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.Unit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a post is called on a day, and which post or unit is meant by what people call it. */
public final class PostNames {

    private PostNames() {}

    /** 县文旅局局长, 铜坝村党支部书记: the unit's short name and the title, neither said twice. */
    public static String of(Organisation organisation, Post post) {
        return HeldPost.joined(unit(organisation, post), post.title());
    }

    /** Every post the words may mean: its code, unit and title, either with the holder's name, or the title with it. */
    static List<Post> meant(Organisation organisation, String words) {
        var coded = organisation.post(words.strip());
        var said = plain(words);
        if (coded.isPresent() || said.isEmpty()) {
            return coded.stream().toList();
        }
        return organisation.units().stream().flatMap(unit -> organisation.posts(unit.id()).stream())
                .filter(post -> said(organisation, post).anyMatch(said::equals)).toList();
    }

    /** By code, or by its full or short name where that means one unit only. */
    static Optional<Unit> unit(Organisation organisation, String words) {
        var coded = organisation.unit(words.strip());
        var said = plain(words);
        return coded.isPresent() || said.isEmpty() ? coded
                : only(organisation.units().stream().filter(unit -> unit.name().equals(said) || unit.shortName().equals(said)).toList());
    }

    static <T> Optional<T> only(List<T> found) {
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static Stream<String> said(Organisation organisation, Post post) {
        var full = unit(organisation, post) + post.title();
        var names = organisation.holders(post.id()).stream().flatMap(held -> organisation.person(held.person()).map(Person::name).stream()).toList();
        var named = names.stream().flatMap(name -> Stream.of(full, of(organisation, post), post.title()).map(title -> title + name));
        return Stream.concat(Stream.of(full, of(organisation, post)).map(PostNames::plain), named.map(PostNames::plain));
    }

    private static String unit(Organisation organisation, Post post) {
        return organisation.unit(post.unit()).map(Unit::shortName).orElse("");
    }

    private static String plain(String words) {
        return words.replaceAll("[\\s　]", "");
    }
}
