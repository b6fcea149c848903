using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>Gathers the comments of a copied thread, paragraph by paragraph. A copy shows neither which comment answers which, nor where karma ends and agreement begins.</summary>
internal sealed class ThreadComments
{
    private readonly Dictionary<int, int> places = [];
    private readonly List<Comment> comments = [];

    /// <summary>The comments, in the order of the page.</summary>
    public IReadOnlyList<Comment> All => comments;

    /// <summary>Adds a paragraph to the comment that the thread took last; nothing where the copy lost whose it is.</summary>
    public void Add(CommentThread thread, string speaker, Span span)
    {
        if (thread.Comment is not { } number) return;
        if (places.TryGetValue(number, out var at)) comments[at] = comments[at] with { Span = new(comments[at].Span.Start, span.End) };
        else
        {
            places[number] = comments.Count;
            comments.Add(new(comments.Count, null, speaker, null, null, span));
        }
    }
}
