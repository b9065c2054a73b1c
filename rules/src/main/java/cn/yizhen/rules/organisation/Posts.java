package cn.yizhen.rules.organisation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The posts of a day and who holds them. */
record Posts(
        Map<PostId, Post> byId,
        Map<String, Post> byCode,
        Map<UnitId, List<Post>> ofUnit,
        Map<PostId, List<Holding>> holders,
        Map<PersonId, List<Holding>> held) {

    static Posts of(UnitTree tree, List<Post> posts, List<Holding> holdings) {
        List<Post> standing = posts.stream()
                .filter(post -> tree.find(post.unit()) != null)
                .sorted(Comparator.comparingInt((Post post) -> tree.place(post.unit()))
                        .thenComparingInt(Post::rank)
                        .thenComparing(Post::code))
                .toList();
        Map<PostId, Post> byId = standing.stream().collect(Collectors.toMap(Post::id, Function.identity(), (a, _) -> a));
        List<Holding> held = holdings.stream()
                .filter(holding -> byId.containsKey(holding.post()))
                .sorted(Comparator.comparing((Holding holding) -> holding.kind())
                        .thenComparing(holding -> holding.person().value()))
                .toList();
        return new Posts(
                byId,
                standing.stream().collect(Collectors.toMap(Post::code, Function.identity())),
                standing.stream().collect(Collectors.groupingBy(Post::unit)),
                held.stream().collect(Collectors.groupingBy(Holding::post)),
                held.stream().collect(Collectors.groupingBy(Holding::person)));
    }
}
