using HypeWatch.App.Tables;
using HypeWatch.Flags;
using HypeWatch.Lexicons;
using HypeWatch.Queries;
using HypeWatch.Queries.Tables;
using HypeWatch.Reviews;

namespace HypeWatch.App.Web.Organisations;

/// <summary>What an organisation published, what it asserts, and what was made of it.</summary>
/// <param name="Name">Its one name.</param>
/// <param name="Names">All its names that are known.</param>
/// <param name="Releases">Its releases, the latest first.</param>
/// <param name="Strengths">Its claims by strength.</param>
/// <param name="FairClaims">Prominent claims that say no more than their evidence licenses and carry no flag, the strongest first.</param>
/// <param name="States">Its flags by what became of them, suppressed ones included.</param>
/// <param name="Flags">Those that stand or were settled, the gravest first.</param>
/// <param name="Replies">Replies to them that were accepted.</param>
public sealed record OrganisationCard(
    string Name, IReadOnlyList<string> Names, IReadOnlyList<ReleaseView> Releases, IReadOnlyDictionary<string, long> Strengths, IReadOnlyList<ClaimView> FairClaims, IReadOnlyDictionary<string, long> States,
    IReadOnlyList<FlagView> Flags, IReadOnlyList<ReplyEntry> Replies)
{
    /// <summary>Whether nothing is known of it.</summary>
    public bool IsEmpty => Releases.Count == 0 && Strengths.Count == 0 && States.Count == 0;
}

/// <summary>Puts the page of an organisation together.</summary>
internal sealed class OrganisationCards(TableAnswers answers, ReleaseQueries releases, ReplyStore replies, LexiconSet lexicons)
{
    private const string ReleasesShown = "20", FlagsShown = "50", ClaimsLooked = "200";
    private const int FairShown = 10;

    /// <summary>The card of an organisation under any of its names.</summary>
    public async Task<OrganisationCard> OfAsync(string name, CancellationToken ct)
    {
        var names = lexicons.Actors.NamesOf(name);
        var published = await ReadAsync(answers.Tables.Releases, names, "publisher", ct, ("_size", ReleasesShown));
        var asserted = await ReadAsync(answers.Tables.Claims, names, "asserter", ct, ("_facet", "strength"), ("_size", "1"));
        var judged = await ReadAsync(answers.Tables.Claims, names, "asserter", ct, ("is_headline__exact", "1"), ("warrant__isnull", "0"), ("flags", "0"), ("_sort_desc", "strength"), ("_size", ClaimsLooked));
        var raised = await ReadAsync(answers.Tables.Flags, names, "asserter", ct, ("_facet", "status"), ("all", "1"), ("_size", "1"));
        var shown = await ReadAsync(answers.Tables.Flags, names, "asserter", ct, ("_size", FlagsShown));
        var (views, cards) = (await answers.FlagsAsync(shown, ct), new List<ReleaseView>());
        foreach (var id in published.Ids)
            if (await releases.GetAsync(new(id), ct) is { } release) cards.Add(release);
        var ids = views.Select(view => view.Flag.Id).ToHashSet();
        var taxonomy = Taxonomy.Load();
        var fair = (await answers.ClaimsAsync(judged, ct)).Where(claim => claim.Warrant is { } warrant && claim.Claim.Strength <= taxonomy.Licensed(warrant).Strength);
        return new(
            lexicons.Actors.Canonical(name), names, cards, Counted(asserted), [.. fair.Take(FairShown)], Counted(raised), views, [.. (await replies.ListAsync(null, ReplyState.Accepted, ct)).Where(reply => ids.Contains(reply.Flag))]);
    }

    private async Task<TablePage> ReadAsync(QueryTable table, IReadOnlyList<string> names, string column, CancellationToken ct, params (string Name, string Value)[] more)
    {
        var query = answers.Parse(table, more.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));
        // The databases differ in whether they know capitals beyond ASCII.
        object[] spellings = [.. names.SelectMany(name => (string[])[name.ToLowerInvariant(), string.Concat(name.Select(letter => char.IsAsciiLetterUpper(letter) ? char.ToLowerInvariant(letter) : letter))]).Distinct(StringComparer.Ordinal)];
        return await answers.ReadAsync(query with { Conditions = [.. query.Conditions, new(table.Column(column)!, FilterOperator.In, spellings, "among")] }, ct);
    }

    private static Dictionary<string, long> Counted(TablePage page) => page.Facets.SelectMany(facet => facet.Values).Where(value => value.Value is string).ToDictionary(value => (string)value.Value!, value => value.Count, StringComparer.Ordinal);
}
