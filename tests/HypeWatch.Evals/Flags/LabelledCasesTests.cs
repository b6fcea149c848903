using System.Globalization;
using HypeWatch.Pipeline.Accuracy;

namespace HypeWatch.Evals.Flags;

/// <summary>The labelled cases are data that floors stand on, so their own faults must not pass unseen.</summary>
public sealed class LabelledCasesTests
{
    private const int FewestOfEachSort = 4;

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "cases");

    private static readonly IReadOnlyList<string> Codes =
        [.. Enumerable.Range(1, 22).Select(number => string.Create(CultureInfo.InvariantCulture, $"OC{number:00}"))];

    [Fact]
    public void Every_id_is_used_once() =>
        Assert.Empty(All().GroupBy(item => item.Id, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void Every_expected_quote_stands_in_its_document_word_for_word() =>
        Assert.Empty(
            from item in All()
            from flag in item.ExpectedFlags
            where flag.OnQuote is not { Length: > 0 } quote || !item.Documents[flag.DocumentIndex].Text.Contains(quote, StringComparison.Ordinal)
            select $"{item.Id}: {flag.OnQuote}");

    [Fact]
    public void Every_owner_is_the_asserter_of_the_document_that_holds_the_quote() =>
        Assert.Empty(
            from item in All()
            from flag in item.ExpectedFlags
            where flag.Owner != item.Documents[flag.DocumentIndex].Asserter
            select $"{item.Id}: {flag.Owner}");

    [Fact]
    public void Every_code_and_severity_is_known() =>
        Assert.Empty(
            from item in All()
            let wrongCodes = item.ExpectedFlags.Select(flag => flag.Code).Concat(item.MustNotFlag.Select(Code)).Except(Codes)
            let wrongRanges = item.ExpectedFlags.Where(flag => flag.SeverityRange is not [>= 1, <= 5] range || range[0] > range[1])
            where wrongCodes.Any() || wrongRanges.Any()
            select item.Id);

    [Fact]
    public void A_case_is_fair_exactly_when_it_expects_no_flag_and_then_names_what_tempts() =>
        Assert.Empty(All().Where(item => item.Fair != (item.ExpectedFlags.Count == 0) || (item.Fair && item.MustNotFlag.Count == 0)).Select(item => item.Id));

    [Fact]
    public void No_case_forbids_the_flag_that_it_expects() =>
        Assert.Empty(
            from item in All()
            from flag in item.ExpectedFlags
            where item.MustNotFlag.Contains(flag.Code) || item.MustNotFlag.Contains(string.Create(CultureInfo.InvariantCulture, $"{flag.Code}:{flag.DocumentIndex}"))
            select $"{item.Id}: {flag.Code}");

    [Fact]
    public void Every_kind_has_at_least_four_flagged_and_four_fair_cases()
    {
        var cases = All();
        Assert.All(Codes, code =>
        {
            Assert.InRange(cases.Count(item => item.ExpectedFlags.Any(flag => flag.Code == code)), FewestOfEachSort, int.MaxValue);
            Assert.InRange(cases.Count(item => item.Fair && item.MustNotFlag.Any(entry => Code(entry) == code)), FewestOfEachSort, int.MaxValue);
        });
    }

    [Fact]
    public void No_document_stands_in_both_the_development_and_the_test_part() =>
        Assert.Empty(Texts("dev-*.json").Intersect(Texts("test-*.json")));

    private static string Code(string entry) => entry.Split(':')[0];

    private static HashSet<string> Texts(string pattern) =>
        [.. Load(pattern).SelectMany(item => item.Documents).Select(document => document.Text)];

    private static IReadOnlyList<FlagCase> All() => Load("*.json");

    private static IReadOnlyList<FlagCase> Load(string pattern) =>
        [.. Directory.EnumerateFiles(Folder, pattern).Order(StringComparer.Ordinal).SelectMany(FlagCase.Load)];
}
