package org.tansiq.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tansiq.app.words.Language;

final class HttpWordsTest {
    private static String code(String accepted) {
        return HttpWords.language(accepted).code();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ar                | ar
            RU                | ru
            ru-RU,en;q=0.5    | ru
            en;q=0.5, ru      | ru
            fr, ar;q=0.2      | ar
            en;q=0, ru        | ru
            ru;q=0            | en
            , ru              | ru
            zz,,ru            | ru
            ru, ;;;           | en
            ''                | en
            ' '               | en
            ,                 | en
            *                 | en
            ;;;               | en
            q=1               | en
            ru;q=2            | en
            fr                | en
            """)
    void theFirstLanguageThatIsAcceptedAndKnownIsSpokenOrElseEnglish(String accepted, String language) {
        assertThat(code(accepted)).isEqualTo(language);
    }

    @Test
    void onlySoManyLanguagesAreLookedAt() {
        assertThat(code("zz,".repeat(HttpWords.LANGUAGES_MAX - 1) + "ru")).isEqualTo("ru");
        assertThat(code("zz,".repeat(HttpWords.LANGUAGES_MAX) + "ru")).isEqualTo("en");
        assertThat(code("zz,".repeat(100) + "ru")).isEqualTo("en");
        assertThat(code(" ,".repeat(100) + "ru")).isEqualTo("ru");
    }

    @Test
    void whatIsSaidIsInThatLanguageAndSaysWhichItIs() {
        for (Language language : Language.values())
            assertThat(new HttpWords()
                            .fault(language.code(), "not-found", "", "", "")
                            .language())
                    .isEqualTo(language.code());
    }
}
