package cn.yizhen.directives;

import org.jspecify.annotations.Nullable;

/**
 * One clause taken apart. Offsets count characters of the cleaned text.
 *
 * @param start     where the directive would begin, behind subject and 要
 * @param end       where it would end
 * @param subject   who is to act, empty where nobody is named
 * @param asks      it carries 要, 须, 应 or the like
 * @param body      text between start and end
 * @param adverbial what stands before the verb
 * @param verb      empty where none was recognised
 * @param kind      class of the verb
 * @param object    what stands behind the verb
 * @param noun      class of the object
 */
record Clause(
        int start,
        int end,
        String subject,
        boolean asks,
        String body,
        String adverbial,
        String verb,
        @Nullable VerbClass kind,
        String object,
        ObjectClass noun) {

    boolean is(VerbClass first, VerbClass... others) {
        if (kind == first) {
            return true;
        }
        for (var other : others) {
            if (kind == other) {
                return true;
            }
        }
        return false;
    }

    Clause from(int newStart, String newBody) {
        return new Clause(newStart, end, subject, asks, newBody, adverbial, verb, kind, object, noun);
    }
}
