using System.Globalization;
using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Sources.Apis;

namespace HypeWatch.Sources.Kinds;

/// <summary>
/// Submissions of a venue on OpenReview with their decisions and reviews (docs.openreview.net, API v2; answers of v1 are read too). What a paper's state is called stands in the
/// venue's group and is read there. "Not on OpenReview" says nothing about reviews elsewhere.
/// </summary>
internal sealed class OpenReviewApi : IWorkApi
{
    private const int PageSize = 100;
    private const string Found = "5";

    /// <inheritdoc/>
    public string Kind => "openreview";

    /// <inheritdoc/>
    public SourceNeeds Needs { get; } = new("https://api2.openreview.net", "venues such as ICLR.cc/2026/Conference, or ids of forums") { RequiresQueries = true };

    /// <inheritdoc/>
    public IEnumerable<ApiCall> Start(ApiAsk ask)
    {
        var service = ask.Base(Needs.Address!);
        foreach (var query in ask.Source.Queries)
        {
            yield return query.Contains('/', StringComparison.Ordinal)
                ? ApiCall.Json(ApiText.Address(service + "/groups", ("id", query)), (answer, _) => Venue(answer, query, ask))
                : Notes(ApiText.Address(service + "/notes", ("forum", query)), ask, VenueStates.Unknown);
        }
    }

    /// <inheritdoc/>
    public int Merit => 7;

    /// <inheritdoc/>
    public ApiCall? Find(WorkQuery query, ApiAsk ask) => query.Title is not { Length: > 0 } title ? null
        : Notes(ApiText.Address(Needs.Address! + "/notes/search", ("term", title), ("content", "title"), ("source", "forum"), ("limit", Found)), ask, VenueStates.Unknown);

    /// <inheritdoc/>
    public ApiCall? Reading(ApiRequest request, ApiAsk ask) => request.Url.AbsolutePath == "/notes" ? Notes(request.Url, ask, VenueStates.Unknown) : null;

    private ApiPage Venue(JsonView answer, string venue, ApiAsk ask)
    {
        var content = answer["groups"].Items.FirstOrDefault()["content"];
        if (content.IsMissing) return ApiPage.Ended(PollState.Broken, $"OpenReview knows no venue {venue}");
        var states = new VenueStates(venue, Value(content, "submission_venue_id"), Value(content, "withdrawn_venue_id"), Value(content, "rejected_venue_id"), Value(content, "desk_rejected_venue_id"));
        var invitation = Value(content, "submission_id") ?? venue + "/-/Submission";
        return ApiPage.Of([], Notes(ApiText.Address(
            ask.Base(Needs.Address!) + "/notes", ("invitation", invitation), ("details", "replies"), ("sort", "tmdate:desc"), ("limit", PageSize.ToString(CultureInfo.InvariantCulture)), ("offset", "0")), ask, states));
    }

    private static ApiCall Notes(Uri url, ApiAsk ask, VenueStates states) => ApiCall.Json(url, (answer, from) =>
    {
        if (!answer["notes"].IsList) return ApiPage.Ended(PollState.Broken, "OpenReview answered no notes");
        var notes = answer["notes"].Items.ToList();
        var size = ApiText.Parameter(from, "limit", 1000);
        var offset = ApiText.Parameter(from, "offset", 0);
        var isSorted = ApiText.Parameter(from, "sort") == "tmdate:desc";
        var fresh = notes.Where(note => !isSorted || !(note["tmdate"].Time < ask.Since)).ToList();
        var goesOn = notes.Count >= size && notes.Count > 0 && fresh.Count == notes.Count && from.AbsolutePath == "/notes";
        var items = fresh.SelectMany(note => (Announced?[])[Announce(note, states, "", null), .. note["details"]["replies"].Items.Select(reply => Announce(reply, states, Value(note["content"], "title") ?? "", note))]);
        return ApiPage.Of(items, goesOn ? Notes(ApiText.With(from, "offset", (offset + notes.Count).ToString(CultureInfo.InvariantCulture)), ask, states) : null) with { Works = [.. fresh.Select(note => Record(note, states)).OfType<WorkRecord>()] };
    });

    private static WorkRecord? Record(JsonView note, VenueStates states)
    {
        var content = note["content"];
        if (note["id"].Text is not { } id || note["forum"].Text != id || !note["ddate"].IsMissing && note["ddate"].Time is not null || Value(content, "title") is not { } title) return null;
        var (status, venue) = (states.Of(note).Status, Value(content, "venue"));
        return new(
            "OpenReview", ApiText.Line(title), [.. Values(content, "authors").Select(name => ApiText.Line(name)).Where(name => name.Length > 0)], ApiText.Day(note["odate"].Time ?? note["pdate"].Time ?? note["cdate"].Time, "openreview"), venue,
            null, null, "https://openreview.net/forum?id=" + id, null, status)
        {
            Abstract = Value(content, "abstract"), State = status is AnnouncedStatus.Accepted ? Works.Meeting(venue) : null,
        };
    }

    private static Announced? Announce(JsonView note, VenueStates states, string paper, JsonView? parent)
    {
        if (note["id"].Text is not { } id || note["forum"].Text is not { } forum || !note["ddate"].IsMissing && note["ddate"].Time is not null) return null;
        var content = note["content"];
        if (id == forum)
        {
            var (status, why) = states.Of(note);
            return Value(content, "title") is not { } title ? null : new("https://openreview.net/forum?id=" + forum, title)
            {
                ReadAt = Value(content, "pdf") is null ? null : "https://openreview.net/pdf?id=" + forum, Authors = Values(content, "authors"), Kind = DocumentKind.Paper, Status = status, Version = why,
                Published = ApiText.Day(note["odate"].Time ?? note["pdate"].Time ?? note["cdate"].Time, "openreview"), Summary = $"{Value(content, "abstract")} {string.Join(' ', Values(content, "keywords"))}",
            };
        }

        // A review, a decision, or an answer of the authors: what it says, by whom it is signed.
        string[] parts = ["review", "summary", "summary_of_the_paper", "strengths", "weaknesses", "questions", "limitations", "metareview", "decision", "comment", "rebuttal"];
        var text = string.Join("\n\n", parts.Select(part => Value(content, part)).OfType<string>());
        if (text.Length == 0) return null;
        var kind = Invitations(note).LastOrDefault() is { } invitation ? invitation[(invitation.LastIndexOf('/') + 1)..].Replace('_', ' ') : "Reply";
        return new($"https://openreview.net/forum?id={forum}&noteId={id}", $"{kind}: {Value(content, "title") ?? paper}")
        {
            Identity = "https://openreview.net/notes?id=" + id, Parent = "https://openreview.net/forum?id=" + forum, Authors = note["signatures"].Items.Select(signature => signature.Text?.Split('/')[^1].Replace('_', ' ')),
            Kind = DocumentKind.Comment, Published = ApiText.Day(note["tcdate"].Time ?? note["cdate"].Time, "openreview"), Text = text, TextType = "text/markdown",
            Summary = parent is { } whole ? Value(whole["content"], "abstract") ?? "" : "", Version = note["tmdate"].Text,
            Reception = new(Value(content, "rating") is { } rating && rating.Split(':')[0].Trim() is var digits && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var score) ? score : null),
        };
    }

    private static IEnumerable<string> Invitations(JsonView note) => note["invitations"].Items.Concat(note["invitation"].Items).Select(invitation => invitation.Text).OfType<string>().Where(text => !text.EndsWith("/Edit", StringComparison.Ordinal));

    // v2 wraps each value, v1 does not.
    private static string? Value(JsonView content, string name) => content[name]["value"].Text ?? content[name].Text;

    private static IEnumerable<string> Values(JsonView content, string name) => (content[name].IsObject ? content[name]["value"] : content[name]).Items.Select(item => item.Text).OfType<string>();

    /// <summary>The names of a venue's states.</summary>
    private sealed record VenueStates(string Venue, string? Submission, string? Withdrawn, string? Rejected, string? DeskRejected)
    {
        public static VenueStates Unknown { get; } = new("", null, null, null, null);

        public (AnnouncedStatus? Status, string? Why) Of(JsonView note)
        {
            var decision = note["details"]["replies"].Items.FirstOrDefault(reply => Invitations(reply).Any(invitation => invitation.EndsWith("Decision", StringComparison.Ordinal)));
            var said = Value(decision["content"], "decision");
            if (said is not null) return (said.StartsWith("Accept", StringComparison.OrdinalIgnoreCase) ? AnnouncedStatus.Accepted : AnnouncedStatus.Rejected, said);
            var state = Value(note["content"], "venueid");
            if (state is null) return (null, null);
            if (state == Withdrawn || (Withdrawn is null && state.EndsWith("Withdrawn_Submission", StringComparison.Ordinal))) return (AnnouncedStatus.Withdrawn, null);
            if (state == Rejected || state == DeskRejected || (Rejected is null && state.EndsWith("Rejected_Submission", StringComparison.Ordinal))) return (AnnouncedStatus.Rejected, null);
            if (state == Submission || state.EndsWith("/Submission", StringComparison.Ordinal)) return (AnnouncedStatus.UnderReview, null);
            return state == Venue || (Venue.Length == 0 && !note["pdate"].IsMissing) ? (AnnouncedStatus.Accepted, null) : (null, null);
        }
    }
}
