package cn.yizhen.directives;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LikenessTest {

    @Test
    void theSameObjectInOtherWordsIsProposed() {
        var one = new Extractor().extract("要制定村级仓库安全管理办法。要举办果树嫁接培训班。").directives();
        var two = new Extractor().extract("抓紧出台村级仓库的安全管理办法。落实河长制。").directives();
        assertThat(Likeness.between(one, two)).singleElement().satisfies(l -> {
            assertThat(l.left()).isZero();
            assertThat(l.right()).isZero();
            assertThat(l.shared()).contains("村级仓库安全管理办法");
        });
        assertThat(Likeness.within(one)).isEmpty();
    }

    @Test
    void wordingGivesWhatAnOwnerIsLookedUpBy() {
        var wording = Wording.of("抓紧出台村级仓库的安全管理办法");
        assertThat(wording.verb()).isEqualTo("出台");
        assertThat(wording.adverbial()).isEqualTo("抓紧");
        assertThat(wording.keywords()).contains("村级仓库");
        assertThat(Wording.of("😀").keywords()).isEmpty();
    }
}
