using HypeWatch.Claims;

namespace HypeWatch.Tests.Claims;

public sealed class QuotedWordsTests
{
    private static IReadOnlyList<string> In(string text) => [.. QuotedWords.In(text, new(0, text.Length)).Select(span => span.Of(text))];

    [Fact]
    public void Quoted_words_may_quote_others_with_the_same_marks() => Assert.Equal(
        ["Although some call it a \u201cblack box\u201d, this was solved."], In("Their testimony: \u201cAlthough some call it a \u201cblack box\u201d, this was solved.\u201d And so on."));

    [Fact]
    public void Marks_that_do_not_balance_end_at_the_first_that_closes() => Assert.Equal(
        ["The inner \u201cmark is never closed at all"], In("They write \u201cThe inner \u201cmark is never closed at all\u201d and then go on."));
}
