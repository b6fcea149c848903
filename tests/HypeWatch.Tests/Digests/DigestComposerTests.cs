using HypeWatch.Digests;
using HypeWatch.Model;
using HypeWatch.Queries;

namespace HypeWatch.Tests.Digests;

public sealed class DigestComposerTests
{
    private static readonly DigestComposer Composer = new(new());

    [Theory]
    [InlineData(2, 0.60, FlagStatus.Open, true)]
    [InlineData(3, 0.90, FlagStatus.Confirmed, true)]
    [InlineData(1, 0.90, FlagStatus.Open, false)]
    [InlineData(3, 0.59, FlagStatus.Open, false)]
    [InlineData(3, 0.90, FlagStatus.Candidate, false)]
    [InlineData(3, 0.90, FlagStatus.Dismissed, false)]
    [InlineData(3, 0.90, FlagStatus.SupersededFixed, false)]
    public void A_flag_is_shown_from_severity_2_and_confidence_060_on(int severity, double confidence, FlagStatus status, bool shown) =>
        Assert.Equal(shown ? 1 : 0, Compose(SampleDigest.Empty with { Flags = [SampleDigest.Flag(1, severity, confidence, status)] }).Flags.Items.Count);

    [Fact]
    public void Five_flags_are_shown_the_gravest_first_and_the_rest_is_one_line()
    {
        var issue = Compose(SampleDigest.Empty with { Flags = [.. Enumerable.Range(1, 42).Select(i => SampleDigest.Flag(i, i == 40 ? 3 : 2))] });
        Assert.Equal(5, issue.Flags.Items.Count);
        Assert.Equal("flg-40OC13", issue.Flags.Items[0].Flag.Value);
        Assert.Equal("and 37 more: hypewatch flags", issue.Flags.More);
        Assert.Null(issue.Flags.MoreLink);
    }

    [Fact]
    public void With_a_web_address_the_rest_is_a_link()
    {
        var issue = new DigestComposer(new() { BaseUrl = "https://watch.example/", UnsubscribeKey = new('k', 16) })
            .Compose(SampleDigest.Empty with { Flags = [.. Enumerable.Range(1, 6).Select(i => SampleDigest.Flag(i))] });
        Assert.Equal(("and 1 more", "https://watch.example/flags"), (issue.Flags.MoreLink!.Text, issue.Flags.MoreLink.Url));
        Assert.Equal(["https://watch.example/digests/2031-W21", "https://watch.example/about/accuracy"], issue.Links.Select(link => link.Url));
    }

    [Fact]
    public void Of_two_flags_of_one_family_on_one_claim_the_graver_is_shown()
    {
        var claim = SampleDigest.Claim(1);
        var issue = Compose(SampleDigest.Empty with
        {
            Flags =
            [
                SampleDigest.Flag(1, 2, claim: claim), SampleDigest.Flag(2, 3, claim: claim, code: "OC09"), SampleDigest.Flag(3, 2, claim: claim, code: "OC01", kind: FlagKind.Overclaim),
            ],
        });
        Assert.Equal(["flg-02OC09", "flg-03OC01"], issue.Flags.Items.Select(item => item.Flag.Value));
    }

    [Theory]
    [InlineData(3, 0, true)]
    [InlineData(4, 0, false)]
    [InlineData(4, 1, false)]
    [InlineData(4, 2, true)]
    [InlineData(5, 2, true)]
    public void A_grave_flag_waits_for_a_second_review(int severity, int reviewers, bool shown)
    {
        var view = SampleDigest.Flag(1, severity);
        var issue = Compose(SampleDigest.Empty with { Flags = [view], Reviewers = new Dictionary<FlagId, int> { [view.Flag.Id] = reviewers } });
        Assert.Equal(shown ? 1 : 0, issue.Flags.Items.Count);
        Assert.Equal(!shown, issue.Notes.Any(note => note.StartsWith("1 flag of severity 4 or 5 waits for a second review", StringComparison.Ordinal)));
    }

    [Fact]
    public void Without_a_language_model_it_says_so_and_shows_the_watch_list_under_its_name()
    {
        var input = SampleDigest.Empty with { WatchList = [SampleDigest.Flag(1, 3, 0.4), SampleDigest.Flag(2, 1, 0.4), SampleDigest.Flag(3, 3, 0.4, FlagStatus.Dismissed)] };
        Assert.Empty(Compose(input).WatchList.Items);
        var issue = Compose(input with { LanguageModel = null });
        Assert.Equal("flg-01OC13", Assert.Single(issue.WatchList.Items).Flag.Value);
        Assert.Contains(issue.Notes, note => note.StartsWith("No language model is configured", StringComparison.Ordinal));
        Assert.Contains("Watch list (not flags", DigestTextRenderer.Render(issue), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, true, true, "Speaks for the authors: E5 said to be untested (lowers the severity): “We did not compare with probes.”")]
    [InlineData(false, true, true, "Speaks for the authors: none found (2 searches).")]
    [InlineData(false, false, true, "Speaks for the authors: not checked in full.")]
    [InlineData(true, true, false, "Nearest caveat: none found.")]
    [InlineData(true, true, true, "Nearest caveat, in the same section: “This holds for short prompts only.”")]
    public void A_flag_stands_with_its_strongest_exculpation_and_nearest_caveat(bool exculpated, bool complete, bool caveat, string line)
    {
        var issue = Compose(SampleDigest.Empty with { Flags = [SampleDigest.Flag(1, exculpated: exculpated, complete: complete, caveat: caveat)] });
        Assert.Contains(line, new[] { issue.Flags.Items[0].SpeaksFor, issue.Flags.Items[0].Caveat });
    }

    [Fact]
    public void Words_stand_beside_every_code_and_number()
    {
        var item = Compose(SampleDigest.Full).Flags.Items[0];
        Assert.Equal("OC13 no comparison (baseline); warrant gap: a test was not found, which says nothing about truth; severity 3 of 5, material; confidence 0.70, rules and language model; open", item.Judgement);
        Assert.Equal("said by Northlight, in “Sieves, part 1” (paper), abstract, 2031-05-20", item.Said);
        Assert.Equal("Rests on: a sample without a control (W2). Sounds C4 emphatic; licensed up to C3 plain.", item.RestsOn);
        Assert.Equal(new ScalePair(Strength.Closure, Strength.Regularity), item.Scale);
    }

    [Fact]
    public void What_could_not_be_judged_is_not_called_none_found()
    {
        var item = Compose(SampleDigest.Empty with { Flags = [SampleDigest.Flag(1, claim: SampleDigest.Claim(1, warrant: null)), SampleDigest.Flag(2, claim: SampleDigest.Claim(2, warrant: Warrant.None))] });
        Assert.Equal(["Rests on: could not be judged. Sounds C4 emphatic.", "Rests on: none found (W0). Sounds C4 emphatic; licensed up to C2 tentative."], item.Flags.Items.Select(flag => flag.RestsOn));
        Assert.Equal([null, Strength.Aspiration], item.Flags.Items.Select(flag => flag.Scale!.Licensed));
    }

    [Theory]
    [InlineData(DocumentKind.PromoSocial, false)]
    [InlineData(DocumentKind.PressRelease, true)]
    public void A_template_flag_names_no_private_person(DocumentKind kind, bool named)
    {
        var claim = SampleDigest.Claim(1, kind: kind, url: "https://social.example/northlight-person/1", title: "A post by Northlight");
        var item = Assert.Single(Compose(SampleDigest.Empty with { Flags = [SampleDigest.Flag(1, 2, claim: claim, code: "OC22", kind: FlagKind.Context)] }).Flags.Items);
        Assert.Equal(named, item.Said.Contains("Northlight", StringComparison.Ordinal));
        Assert.Equal(named, item.Link is not null);
    }

    [Fact]
    public void A_move_shows_before_and_after_with_the_change_in_words()
    {
        var item = Assert.Single(Compose(SampleDigest.Full).Moves.Items);
        Assert.Equal("strength S2 a regularity on a sample ↗ S5 closure or guarantee; certainty C3 plain ↗ C4 emphatic; scope ↗ by 2 levels; 1 specific caveat not carried on", item.Change);
        Assert.Equal("Linked by an explicit link; confidence 0.80; the later text made the change.", item.Basis);
    }

    [Fact]
    public void A_rejected_or_empty_move_is_not_shown()
    {
        var unchanged = SampleDigest.Move(3);
        var issue = Compose(SampleDigest.Empty with
        {
            Moves = [SampleDigest.Move(1, dateOk: false, confidence: 0), SampleDigest.Move(2, confidence: 0), unchanged with { Edge = unchanged.Edge with { DeltaStrength = 0, DeltaCertainty = 0, DeltaScope = 0, CaveatsLost = [] } }],
        });
        Assert.Empty(issue.Moves.Items);
        Assert.True(issue.IsNothingNew);
    }

    [Theory]
    [InlineData(0.9, true, "Relative to this forecaster's expectation: -0.90 (0 is as expected; it is no measure of quality). Brier score 0.810 (0 is best). The forecaster reports -0.40. The list: made before the release (2031-05-20) by the day that it states.")]
    [InlineData(null, true, "Score not known: not all probabilities are.")]
    [InlineData(0.9, false, "Not scored: made on 2031-06-01, after the release (2031-05-20), so that these are no predictions.")]
    public void Predictions_show_both_scores_or_why_there_are_none(double? probability, bool isScored, string words) =>
        Assert.Equal(words, Assert.Single(Compose(SampleDigest.Empty with { Predictions = [SampleDigest.Prediction(probability, isScored)] }).Predictions.Items).Score);

    [Fact]
    public void Corrections_are_never_dropped_and_announced_at_the_top()
    {
        var corrections = Enumerable.Range(1, 20).Select(i => new DigestCorrection(CorrectionKind.Correction, $"Number {i} was wrong.")).ToList();
        var issue = Compose(SampleDigest.Full with { Corrections = corrections });
        Assert.Equal(20, issue.Corrections.Count);
        Assert.Equal("20 corrections and replies below.", issue.Notes[0]);
    }

    [Fact]
    public void An_item_that_was_shown_comes_back_only_when_it_changed()
    {
        var first = Compose(SampleDigest.Full);
        var again = SampleDigest.Full with { AlreadyShown = first.ShownKeys.ToHashSet(StringComparer.Ordinal), Corrections = [] };
        Assert.True(Compose(again).IsNothingNew);
        var graver = SampleDigest.Flag(2, severity: 3);
        Assert.Equal([graver.Flag.Id], Compose(again with { Flags = [SampleDigest.Flag(1), graver] }).Flags.Items.Select(item => item.Flag));
    }

    [Fact]
    public void Many_broken_sources_do_not_fill_the_mail()
    {
        var sources = Compose(SampleDigest.Empty with { Sources = [.. Enumerable.Range(10, 12).Select(i => new SourceHealth($"s{i}", SourceState.Unreachable, 0))] }).Sources;
        Assert.Equal((9, "and 4 more: hypewatch doctor"), (sources.Count, sources[^1]));
    }

    [Theory]
    [InlineData(true, SourceState.Answered, true)]
    [InlineData(false, SourceState.Answered, false)]
    [InlineData(false, SourceState.Unreachable, true)]
    [InlineData(false, SourceState.Quiet, true)]
    [InlineData(false, SourceState.Off, false)]
    public void Silence_is_a_setting_but_a_broken_source_is_always_told(bool send, SourceState state, bool due)
    {
        var issue = new DigestComposer(new() { SendWhenNothingNew = send }).Compose(SampleDigest.Empty with { Sources = [new("Courier", state, 0)] });
        Assert.Equal((true, due), (issue.IsNothingNew, issue.IsDue));
    }

    [Fact]
    public void The_faces_of_absence_do_not_look_alike()
    {
        SourceHealth[] sources =
        [
            new("a", SourceState.Answered, 2), new("b", SourceState.Quiet, 0, SampleDigest.MadeAt), new("c", SourceState.Unreachable, 0, null, "answered 503"),
            new("d", SourceState.NotChecked, 0), new("e", SourceState.Off, 0),
        ];
        Assert.Equal(
            [
                "b: gave less than usual, 0 items, last answered 2031-05-26 06:00 UTC", "c: unreachable, 0 items, never answered: answered 503",
                "Other sources: 1 answered, 1 not checked, 1 switched off.",
            ],
            Compose(SampleDigest.Empty with { Sources = sources }).Sources);
    }

    [Fact]
    public void The_subject_has_a_stable_prefix_and_at_most_60_characters()
    {
        Assert.Equal("HypeWatch 2031-W21: 2 flags, 1 moved, 1 correction", Compose(SampleDigest.Full with { Sources = [] }).Subject);
        Assert.Equal("HypeWatch 2031-W21: nothing new", Compose(SampleDigest.Empty).Subject);
        var many = Compose(SampleDigest.Full with
        {
            Flags = [.. Enumerable.Range(1, 12345).Select(i => SampleDigest.Flag(i))], Moves = [.. Enumerable.Range(1, 1234).Select(i => SampleDigest.Move(i))],
            Sources = [.. Enumerable.Range(1, 1000).Select(i => new SourceHealth($"s{i}", SourceState.Unreachable, 0))],
        }).Subject;
        Assert.StartsWith("HypeWatch 2031-W21: 12345 flags, 1234 moved", many, StringComparison.Ordinal);
        Assert.True(many.Length <= 60, many);
    }

    [Fact]
    public void The_same_input_gives_the_same_digest() =>
        Assert.Equal(DigestTextRenderer.Render(Compose(SampleDigest.Full)), DigestTextRenderer.Render(Compose(SampleDigest.Full)));

    private static DigestIssue Compose(DigestInput input) => Composer.Compose(input);

    [Fact]
    public void Predictions_fall_due_with_the_release_that_they_are_about()
    {
        var open = SampleDigest.Prediction(0.9);
        var item = Assert.Single(Compose(SampleDigest.Empty with { Predictions = [open] }).Predictions.Items);
        Assert.Contains("1 fell due with the release and waits for an outcome", item.Outcome, StringComparison.Ordinal);
        Assert.DoesNotContain("fell due", Assert.Single(Compose(SampleDigest.Empty with { Predictions = [open with { Set = open.Set with { Bound = null } }] }).Predictions.Items).Outcome, StringComparison.Ordinal);
    }

    [Fact]
    public void A_commitment_is_told_when_its_day_has_come_and_once_for_every_outcome()
    {
        var promised = new PromiseView(new("prm-1", new(2031, 5, 20), true), SampleDigest.Claim(7, "We will release all sieves by 20 May."), []);
        var due = Compose(SampleDigest.Empty with { Promises = [promised, promised with { Promise = new("prm-2", new(2032, 1, 1), true) }] });
        Assert.Equal("Due 2031-05-20: nobody has said yet what became of it (hypewatch commitments).", Assert.Single(due.Promises.Items).State);
        var again = SampleDigest.Empty with { Promises = [promised], AlreadyShown = due.ShownKeys.ToHashSet(StringComparer.Ordinal) };
        Assert.Empty(Compose(again).Promises.Items);
        var kept = promised with { Outcomes = [new(PromiseState.Kept, "Rita", SampleDigest.MadeAt, null, null)] };
        Assert.Equal("Due 2031-05-20: kept, says Rita.", Assert.Single(Compose(again with { Promises = [kept] }).Promises.Items).State);
    }

    [Fact]
    public void Kinds_that_reviewers_dismiss_too_often_are_left_out_and_the_digest_says_so()
    {
        var issue = Compose(SampleDigest.Full with { PausedCodes = new HashSet<string>(["OC13"], StringComparer.Ordinal) });
        Assert.Empty(issue.Flags.Items);
        Assert.Contains(issue.Notes, note => note.StartsWith("Left out: OC13", StringComparison.Ordinal));
    }
}
