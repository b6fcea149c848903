using HypeWatch.Sources.Watching;

namespace HypeWatch.Tests.Sources.Watching;

public sealed class IndexWatchTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Tracing thoughts in models", "Tracing the thoughts of models", SourceEventKind.Retitled)]
    [InlineData("How AI Is Transforming Work", "How AI is transforming work", SourceEventKind.Retitled)]
    [InlineData("Tracing thoughts in models", "InterpretabilityMar 27, 2026Tracing thoughts in models", SourceEventKind.Suppressed)]
    [InlineData("Tracing thoughts in models", "Tracing thoughts in models Mar 27, 2026", SourceEventKind.Suppressed)]
    [InlineData("Model’s thoughts — a study", "Modelâ€™s thoughts â€” a study", SourceEventKind.Suppressed)]
    [InlineData("Tracing thoughts in models", "Tracing  thoughts in\u00A0models", SourceEventKind.Suppressed)]
    [InlineData("Tracing thoughts in models", "Tracing thoughts…", SourceEventKind.Suppressed)]
    [InlineData("Circuits Updates — May", "Circuits Updates â May", SourceEventKind.Suppressed)]
    [InlineData("Mar 5, 2026Some ResearchLabor markets and models", "Some ResearchMar 5, 2026Labor markets and modelsIn this work we", SourceEventKind.Suppressed)]
    [InlineData("Mar 5, 2026Some ResearchLabor markets and models", "Mar 5, 2026Some ResearchLabor markets and AI models", SourceEventKind.Retitled)]
    public void A_changed_title_counts_when_it_was_seen_twice_and_is_no_artefact(string before, string after, SourceEventKind kind)
    {
        var watch = new Watched(Titles(("a", before), ("b", "Other work"), ("c", "Third work"), ("d", "Fourth work")));

        var first = watch.Look(1, ("a", after), ("b", "Other work"), ("c", "Third work"), ("d", "Fourth work"));
        var second = watch.Look(2, ("a", after), ("b", "Other work"), ("c", "Third work"), ("d", "Fourth work"));

        Assert.DoesNotContain(first.Events, seen => seen.Kind is SourceEventKind.Retitled);
        Assert.Equal(kind, Assert.Single(kind is SourceEventKind.Retitled ? second.Events : first.Events).Kind);
        Assert.Equal(kind is SourceEventKind.Retitled ? after : before, watch.Known["a"].Title);
    }

    [Fact]
    public void A_title_that_goes_back_at_once_was_none()
    {
        var watch = new Watched(Titles(("a", "Tracing thoughts"), ("b", "x"), ("c", "y"), ("d", "z")));
        watch.Look(1, ("a", "Placeholder of the day"), ("b", "x"), ("c", "y"), ("d", "z"));

        var back = watch.Look(2, ("a", "Tracing thoughts"), ("b", "x"), ("c", "y"), ("d", "z"));

        Assert.Equal(SourceEventKind.Suppressed, Assert.Single(back.Events).Kind);
        Assert.Null(watch.Known["a"].OtherTitle);
    }

    [Fact]
    public void Many_titles_that_change_at_once_are_a_new_layout()
    {
        var watch = new Watched(Titles(("a", "One work"), ("b", "Two works"), ("c", "Three works")));
        foreach (var hour in (int[])[1, 2])
        {
            var look = watch.Look(hour, ("a", "Read more about it"), ("b", "Read on with this"), ("c", "See all of that"));
            Assert.NotNull(look.Doubt);
            Assert.All(look.Events, seen => Assert.Equal(SourceEventKind.Suppressed, seen.Kind));
        }

        Assert.Equal("One work", watch.Known["a"].Title);
    }

    [Fact]
    public void Empty_is_not_gone()
    {
        var watch = new Watched(Titles(("a", "One work"), ("b", "Two works")));

        for (var hour = 1; hour < 100; hour++) Assert.Contains("empty", watch.Look(hour).Doubt, StringComparison.Ordinal);

        Assert.Equal(2, watch.Known.Count);
        Assert.All(watch.Known.Values, item => Assert.Null(item.MissingSince));
        Assert.Empty(watch.Look(100, ("a", "One work"), ("b", "Two works")).Events);
    }

    [Fact]
    public void An_item_is_missing_after_a_day_and_three_looks_and_returns()
    {
        var watch = new Watched(Titles(("a", "One work"), ("b", "Two works")));

        Assert.Empty(watch.Look(1, ("a", "One work")).Events);
        Assert.Empty(watch.Look(2, ("a", "One work")).Events);
        Assert.Empty(watch.Look(3, ("a", "One work")).Events);
        Assert.Equal(SourceEventKind.Missing, Assert.Single(watch.Look(26, ("a", "One work")).Events).Kind);
        Assert.Empty(watch.Look(50, ("a", "One work")).Events);
        Assert.Equal(SourceEventKind.Returned, Assert.Single(watch.Look(60, ("a", "One work"), ("b", "Two works")).Events).Kind);
    }

    [Fact]
    public void The_oldest_items_fall_off_a_list_of_the_newest_without_a_word()
    {
        var watch = new Watched(Titles(("a", "One work"), ("b", "Two works")));
        watch.Look(1, ("b", "Two works"), ("c", "Three works"));
        for (var hour = 2; hour < 80; hour += 10) Assert.DoesNotContain(watch.Look(hour, ("c", "Three works"), ("d", "Four works")).Events, seen => seen.Kind is not SourceEventKind.Added);
    }

    [Theory]
    [InlineData("2026-01-10", "2026-01-11", "2026-01-10")]
    [InlineData("2026-01-10", "2026-03-02", "2026-01-10")]
    [InlineData("2026-01-10", "2026-02-01", "2026-02-01")]
    [InlineData(null, "2026-02-01", "2026-02-01")]
    [InlineData("2026-01-10", null, "2026-01-10")]
    public void A_date_is_never_news_and_moves_for_good_reason_only(string? before, string? after, string? believed)
    {
        var watch = new Watched([new ListedItem("a", "One work", before)]);

        var look = watch.LookAt(1, new ListedItem("a", "One work", after));

        Assert.All(look.Events, seen => Assert.Equal(SourceEventKind.Suppressed, seen.Kind));
        Assert.Equal(believed, watch.Known["a"].Dated);
    }

    private static ListedItem[] Titles(params (string Key, string Title)[] items) => [.. items.Select(item => new ListedItem(item.Key, item.Title, null))];

    private sealed class Watched
    {
        public Watched(ListedItem[] first) => LookAt(0, first);

        public Dictionary<string, KnownItem> Known { get; } = new(StringComparer.Ordinal);

        public LookResult Look(int hour, params (string Key, string Title)[] items) => LookAt(hour, Titles(items));

        public LookResult LookAt(int hour, params ListedItem[] items)
        {
            var result = IndexWatch.Compare(Known.Values, items, Start.AddHours(hour));
            foreach (var item in result.Changed) Known[item.Key] = item;
            return result;
        }
    }
}
