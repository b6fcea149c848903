using FsCheck;
using FsCheck.Fluent;
using HypeWatch.Model;

namespace HypeWatch.Tests.Model;

public sealed class NormalizedTextTests
{
    [Theory]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("a\rb", "a\nb")]
    [InlineData("a\u00a0b\u2003c", "a b c")]
    [InlineData("a\u200bb\ufeff", "ab")]
    [InlineData("e\u0301", "\u00e9")]
    [InlineData("two  spaces stay", "two  spaces stay")]
    [InlineData("a\0b", "ab")]
    public void Each_rule_of_the_specification_holds(string raw, string expected) => Assert.Equal(expected, NormalizedText.From(raw));

    // A theory's rows travel as UTF-8, which has no lone surrogates: hence a fact.
    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character() => Assert.Equal("a\ufffdb", NormalizedText.From("a" + '\ud800' + "b"));

    [Fact]
    public void Normalising_twice_gives_the_same_as_once() => Prop.ForAll<string>(
        raw => raw is null || NormalizedText.From(NormalizedText.From(raw)) == NormalizedText.From(raw)).QuickCheckThrowOnFailure();
}
