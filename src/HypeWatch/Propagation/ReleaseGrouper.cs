using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Propagation;

/// <summary>
/// Puts documents together into releases (specification 1): a main text, its appendix and its own people's promotion, and the texts of others about it.
/// Pure and deterministic: the order of the input does not matter. Every document stands in at least one release, and is nobody's own document twice.
/// A text that is about somebody else's release and nothing of its own (news, posts of third parties, critique, policy) stands in that release only;
/// without such a release it forms one itself, so that its claims are assessed too.
/// </summary>
public sealed class ReleaseGrouper(PropagationSettings settings, ActorList? actors = null)
{
    private readonly FaultWords faults = new();

    /// <summary>The releases that some documents make up; of several versions of a document the last in the list counts.</summary>
    public IReadOnlyList<Release> Group(IReadOnlyList<DocumentVersion> versions) => Examine(versions, []).Releases;

    /// <summary>The releases, and the texts that were kept out of one because they are older than it.</summary>
    /// <param name="versions">The documents; of several versions of one the last counts.</param>
    /// <param name="edits">People's corrections, oldest first; undone ones, and such that name documents which are not there, do nothing.</param>
    public ReleaseGrouping Examine(IReadOnlyList<DocumentVersion> versions, IReadOnlyList<GroupingEdit> edits)
    {
        DocumentVersion[] texts =
        [
            .. versions.GroupBy(version => version.Document.Id).Select(group => group.Last())
                .OrderBy(version => Rank(version.Document.Kind)).ThenBy(version => version.Document.Published.NotAfter ?? DateOnly.MaxValue)
                .ThenBy(version => version.Document.CanonicalUrl, StringComparer.Ordinal),
        ];
        return new Run(settings, actors ?? ActorList.Load(), faults, texts, new TieIndex(texts)).Examine(edits);
    }

    // Earlier ranks are placed first: works found releases, posts join or found, promotion and appendices join, and the rest is about what is there.
    private static int Rank(DocumentKind kind) => kind switch
    {
        DocumentKind.Paper or DocumentKind.Preprint or DocumentKind.PriorWork => 0,
        DocumentKind.Blog or DocumentKind.PressRelease or DocumentKind.Podcast or DocumentKind.Other => 1,
        DocumentKind.Appendix or DocumentKind.PromoSocial => 2,
        _ => 3,
    };

    private sealed class Run(PropagationSettings settings, ActorList actors, FaultWords faults, DocumentVersion[] texts, TieIndex ties)
    {
        private const int FewestSpaces = 3;

        // A post under the paper's title that is far shorter tells of the paper; it is not the paper.
        private const double LeastOfLength = 0.5;

        private readonly List<ReleaseDraft> drafts = [];
        private readonly List<(int Text, ReleaseDraft Draft)> rejected = [];

        public ReleaseGrouping Examine(IReadOnlyList<GroupingEdit> edits)
        {
            var others = new List<int>();
            for (var text = 0; text < texts.Length; text++)
            {
                var work = Rank(Kind(text)) <= 1 ? SameWork(text) : null;
                var home = work ?? (Rank(Kind(text)) is 1 or 2 ? Home(text) : null);
                if (work is not null) work.AddWork(text, texts);
                else if (home is not null) home.Own.Add((text, OwnRelation(text, home)));
                else if (Rank(Kind(text)) <= 1) drafts.Add(new(text));
                else others.Add(text);
            }

            foreach (var text in texts.Select((_, text) => text).Where(text => Rank(Kind(text)) == 1)) PlaceAbout(text);
            foreach (var text in others.OrderBy(text => texts[text].Document.Published.NotAfter ?? DateOnly.MaxValue).ThenBy(text => text))
                if (!PlaceAbout(text)) drafts.Add(new(text));

            foreach (var edit in edits.Where(edit => edit.UndoneAt is null)) Apply(edit);
            var ordered = drafts.OrderBy(draft => texts[draft.Primary].Document.Published.NotAfter ?? DateOnly.MaxValue)
                .ThenBy(draft => texts[draft.Primary].Document.CanonicalUrl, StringComparer.Ordinal);
            return new(
                [.. ordered.Select(draft => draft.ToRelease(texts))],
                [.. rejected.Select(pair => new RejectedTie(texts[pair.Text].Document, new(ContentId.Of("rel", texts[pair.Draft.Primary].Document.CanonicalUrl)), texts[pair.Draft.Primary].Document))]);
        }

        private void Apply(GroupingEdit edit)
        {
            var text = Array.FindIndex(texts, version => version.Document.CanonicalUrl == edit.Document);
            if (text < 0) return;
            if (edit.Kind is GroupingEditKind.Merge)
            {
                var (merged, into) = (drafts.Find(draft => draft.Primary == text), drafts.Find(draft => texts[draft.Primary].Document.CanonicalUrl == edit.Into));
                if (merged is null || into is null || merged == into) return;
                into.Take(merged, own => OwnRelation(own, into));
                drafts.Remove(merged);
            }
            else if (drafts.TrueForAll(draft => draft.Primary != text))
            {
                foreach (var draft in drafts) draft.Drop(text);
                drafts.Add(new(text));
            }
        }

        /// <summary>
        /// Two texts are one work only under one title and by the same people: a preprint and its published form, or a paper on the web and its later copy on a preprint server, whatever lies between.
        /// A short title of a post may be that of many.
        /// </summary>
        private ReleaseDraft? SameWork(int text) => drafts.Find(draft =>
            draft.Own.Exists(own => Rank(Kind(own.Text)) == 0 && own.Relation is DocumentRelation.Primary) && PlainTitle(text) is var title && title == PlainTitle(draft.Primary)
            && (Rank(Kind(text)) == 0 || (Kind(text) is DocumentKind.Blog && title.Count(sign => sign == ' ') >= FewestSpaces && IsAsLong(text, draft.Primary))) && IsShared(texts[text].Document, texts[draft.Primary].Document));

        private bool IsAsLong(int a, int b) => Math.Min(texts[a].Text.Length, texts[b].Text.Length) >= LeastOfLength * Math.Max(texts[a].Text.Length, texts[b].Text.Length);

        /// <summary>The release of the same publisher or authors that this text promotes or supplements: the nearest in time of those it is tied to.</summary>
        private ReleaseDraft? Home(int text)
        {
            var candidates =
                from draft in drafts
                where IsShared(texts[text].Document, texts[draft.Primary].Document) && IsInWindow(text, draft)
                let tied = draft.Own.Select(own => ties.Between(text, own.Text) | ties.Between(own.Text, text)).Aggregate((a, b) => a | b)
                // Posts of one series share a key without belonging to each other; a paper and the post about it do belong.
                where Rank(Kind(text)) == 1 && Rank(Kind(draft.Primary)) == 1 ? (tied & ~Ties.Hint) != Ties.None : tied != Ties.None
                orderby Rank(Kind(draft.Primary)), Distance(text, draft), System.Numerics.BitOperations.PopCount((uint)tied) descending, draft.Primary
                select draft;
            return candidates.FirstOrDefault();
        }

        // The same people, or under another name of the organisation, or by somebody who belonged to it on that day.
        private bool IsShared(Document text, Document primary) =>
            Ownership.IsShared(text, primary) || actors.IsSameOrganisation(text.Publisher, primary.Publisher)
            || (text.Kind is DocumentKind.PromoSocial or DocumentKind.Blog && text.Authors.Any(author => actors.IsAffiliated(author, primary.Publisher, text.Published)));

        private bool PlaceAbout(int text)
        {
            var about = drafts.Where(draft => draft.Primary != text && IsAbout(text, draft)).ToList();
            foreach (var draft in about)
                draft.About.Add((text, IsCritique(text) ? DocumentRelation.Critique : DocumentRelation.ThirdParty));
            return about.Count > 0;
        }

        // A post is one, whatever its source calls it, where several of its sentences find fault.
        private bool IsCritique(int text) => Kind(text) is DocumentKind.Critique || (Kind(text) is DocumentKind.Blog or DocumentKind.Other && faults.IsCritical(texts[text]));

        private bool IsAbout(int text, ReleaseDraft draft)
        {
            if (draft.Own.Exists(own => own.Text == text) || IsShared(texts[text].Document, texts[draft.Primary].Document)) return false;
            var tied = draft.Own.Select(own => ties.Between(text, own.Text)).Aggregate((a, b) => a | b) | TiesThrough(text, draft);
            if ((tied & Ties.Hint) != Ties.None && !IsLeadOfFamily(draft)) tied &= ~Ties.Hint;
            if (tied == Ties.None || !SpeaksAbout(text, draft, tied)) return false;

            var isLater = draft.FirstPublished(texts).IsOnOrBefore(texts[text].Document.Published);
            if (isLater is false) rejected.Add((text, draft));
            return isLater ?? (tied & Ties.Link) != Ties.None;
        }

        // A post of one's own that links to a work in passing is not about it; one whose title names the work's publisher, or that has its key, is.
        private bool SpeaksAbout(int text, ReleaseDraft draft, Ties tied)
        {
            if (Rank(Kind(text)) != 1 || (tied & (Ties.Title | Ties.Quote)) != Ties.None) return true;
            return (tied & Ties.Link) != Ties.None && ((tied & Ties.Hint) != Ties.None || TitleNamesPublisher(text, draft));
        }

        private bool TitleNamesPublisher(int text, ReleaseDraft draft) =>
            texts[draft.Primary].Document.Publisher is { } publisher && !Venue.IsShared(publisher)
            && texts[text].Document.Title.Contains(Ownership.ShortName(publisher), StringComparison.Ordinal);

        // A memo that repeats a newspaper repeats what the newspaper wrote about. A newsletter about many releases does not say which one is meant.
        private Ties TiesThrough(int text, ReleaseDraft draft) =>
            draft.About
                .Where(about => about.Text != text && drafts.Count(other => other.About.Exists(entry => entry.Text == about.Text)) == 1
                    && texts[about.Text].Document.Published.IsOnOrBefore(texts[text].Document.Published) is true)
                .Select(about => ties.Between(text, about.Text) & ~Ties.Hint)
                .Aggregate(Ties.None, (a, b) => a | b);

        // A key that many works share (a collection) can't say which of them a text is about.
        private bool IsLeadOfFamily(ReleaseDraft draft)
        {
            var family = drafts.Where(other => texts[other.Primary].Document.ReleaseHint == texts[draft.Primary].Document.ReleaseHint).ToList();
            var best = family.Min(other => Rank(Kind(other.Primary)));
            var leads = family.Where(other => Rank(Kind(other.Primary)) == best).ToList();
            return leads.Count == 1 && leads[0] == draft;
        }

        private DocumentRelation OwnRelation(int text, ReleaseDraft home)
        {
            Document document = texts[text].Document, primary = texts[home.Primary].Document;
            if (Rank(document.Kind) == 0) return DocumentRelation.Primary;
            if (document.Kind is DocumentKind.Appendix) return DocumentRelation.Appendix;
            if (ReplyWords.In(document.Title)) return DocumentRelation.Reply;
            var byAuthor = Ownership.SharesAuthor(document, primary) && (document.Kind is DocumentKind.PromoSocial || !Ownership.SamePublisher(document.Publisher, primary.Publisher));
            return byAuthor ? DocumentRelation.PromoByAuthor : DocumentRelation.PromoByOrg;
        }

        private bool IsInWindow(int text, ReleaseDraft draft)
        {
            if (texts[text].Document.Published.NotBefore is not { } day || texts[draft.Primary].Document.Published.NotBefore is not { } release) return true;
            var days = day.DayNumber - release.DayNumber;
            return days >= -settings.PromotionDaysBefore && days <= settings.PromotionDaysAfter;
        }

        private int Distance(int text, ReleaseDraft draft) =>
            texts[text].Document.Published.NotBefore is { } day && texts[draft.Primary].Document.Published.NotBefore is { } release
                ? Math.Abs(day.DayNumber - release.DayNumber) : int.MaxValue;

        private DocumentKind Kind(int text) => texts[text].Document.Kind;

        private string PlainTitle(int text)
        {
            var words = TokenStream.Of(texts[text].Document.Title);
            return string.Join(' ', Enumerable.Range(0, words.Count).Select(words.WordAt)).ToLowerInvariant();
        }
    }
}
