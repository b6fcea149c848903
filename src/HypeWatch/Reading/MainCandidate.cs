namespace HypeWatch.Reading;

/// <summary>
/// Chooses the element that holds a document. Each paragraph gives points (one, one a comma, up to three for its length) to the elements around it, fewer the
/// farther away; links count against (method: Arc90's Readability, 2009, as kept alive by Mozilla).
/// </summary>
internal static class MainCandidate
{
    private const int ShortestParagraph = 25;
    private const int Levels = 5;
    private const int LongestPlain = 80;
    private const int Top = 5;

    /// <summary>The element that holds the document; its siblings that do not belong to it are dropped.</summary>
    public static PageElement Choose(PageOutline outline, PageElement body)
    {
        var scores = Scores(outline);
        var top = Best(outline, scores);
        if (top < 0) return outline.Elements[Descend(outline, body.Number)];
        top = Ascend(outline, scores, top);
        return outline.Elements[Join(outline, scores, top)];
    }

    /// <summary>From an element down as long as one child holds nearly all of it.</summary>
    public static int Descend(PageOutline outline, int from)
    {
        while (true)
        {
            var good = outline.Sums[from].Good;
            var next = -1;
            if (good > 0)
            {
                for (var child = from + 1; child < outline.Ends[from]; child = outline.Ends[child])
                {
                    if (outline.States[child] == PageState.Kept && outline.Sums[child].Good * 10 >= good * 9) next = child;
                }
            }

            if (next < 0 || (outline.Elements[next].Tag.Traits & (TagTraits.Paragraph | TagTraits.List)) != TagTraits.None || outline.Elements[next].Name is "table" or "tbody" or "tr") return from;
            from = next;
        }
    }

    private static double[] Scores(PageOutline outline)
    {
        var scores = new double[outline.Count];
        var seen = new bool[outline.Count];
        for (var i = 0; i < outline.Count; i++)
        {
            if (outline.States[i] != PageState.Kept)
            {
                i = outline.Ends[i] - 1;
                continue;
            }

            ref readonly var sum = ref outline.Sums[i];
            var name = outline.Elements[i].Name;
            var isLeaf = sum.Dividers <= ((outline.Elements[i].Tag.Traits & TagTraits.Divider) != TagTraits.None ? 1 : 0);
            var isParagraph = name is "p" or "pre" or "td" || name is "div" or "section" or "article" or "dd" && isLeaf;
            var mixed = !isParagraph && name is "div" or "section" or "article" or "main" or "body" or "blockquote" or "center" or "font" or "span" && sum.Inline >= ShortestParagraph * 2 && !isLeaf;
            var length = isParagraph ? sum.Text : mixed ? sum.Inline : 0;
            if (length < ShortestParagraph) continue;
            var score = 1 + (isParagraph ? sum.Commas : 0) + Math.Min(3, length / 100);
            var holder = mixed ? i : outline.ParentOf(i);
            for (var level = 0; level < Levels && holder >= 0; level++, holder = outline.ParentOf(holder))
            {
                if (!seen[holder])
                {
                    seen[holder] = true;
                    scores[holder] += Start(outline, holder);
                }

                scores[holder] += score / (level == 0 ? 1.0 : level == 1 ? 2 : level * 3);
            }
        }

        for (var i = 0; i < scores.Length; i++)
        {
            if (seen[i]) scores[i] *= 1 - outline.Sums[i].LinkDensity;
        }

        return scores;
    }

    private static double Start(PageOutline outline, int number) => PageFurniture.Weight(outline, number) + outline.Elements[number].Name switch
    {
        "div" or "article" or "main" => 5,
        "pre" or "td" or "blockquote" => 3,
        "address" or "ol" or "ul" or "dl" or "dd" or "dt" or "li" or "form" => -3,
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "th" => -5,
        _ => 0,
    };

    private static int Best(PageOutline outline, double[] scores)
    {
        var best = -1;
        for (var i = 0; i < scores.Length; i++)
        {
            if (outline.States[i] == PageState.Kept && scores[i] > (best < 0 ? 0 : scores[best])) best = i;
        }

        return best;
    }

    /// <summary>Up to an element that holds several good candidates, or whose score is no worse than its child's.</summary>
    private static int Ascend(PageOutline outline, double[] scores, int top)
    {
        var rivals = new List<int>();
        for (var i = 0; i < scores.Length; i++)
        {
            if (i != top && scores[i] >= scores[top] * 0.75) rivals.Add(i);
        }

        for (var parent = outline.ParentOf(top); parent > 0 && rivals.Count >= 3; parent = outline.ParentOf(parent))
        {
            var held = rivals.Count(rival => rival > parent && rival < outline.Ends[parent]);
            if (held < 3) continue;
            top = parent;
            break;
        }

        var last = scores[top];
        var threshold = last / 3;
        for (var parent = outline.ParentOf(top); parent > 0; parent = outline.ParentOf(parent))
        {
            var score = scores[parent];
            if (score == 0) continue;
            if (score < threshold) break;
            if (score > last)
            {
                top = parent;
                break;
            }

            last = score;
        }

        for (var parent = outline.ParentOf(top); parent > 0 && IsOnlyChild(outline, parent, top); parent = outline.ParentOf(parent)) top = parent;
        return top;
    }

    private static bool IsOnlyChild(PageOutline outline, int parent, int child) => child == parent + 1 && outline.Ends[child] == outline.Ends[parent];

    /// <summary>The parent of the best candidate with those of its children that belong to the document; the candidate alone where it stands alone.</summary>
    private static int Join(PageOutline outline, double[] scores, int top)
    {
        var parent = outline.ParentOf(top);
        if (parent < 0) return top;
        var threshold = Math.Max(10, scores[top] * 0.2);
        var name = outline.Elements[top].ClassName;
        var joined = 0;
        var states = new List<int>();
        for (var sibling = parent + 1; sibling < outline.Ends[parent]; sibling = outline.Ends[sibling])
        {
            if (sibling == top || outline.States[sibling] != PageState.Kept) continue;
            var bonus = name is { Length: > 0 } && outline.Elements[sibling].ClassName == name ? scores[top] * 0.2 : 0;
            if (scores[sibling] + bonus >= threshold || IsPlain(outline, sibling) || (outline.MarksOf[sibling] & PageMark.Notes) != PageMark.None) joined++;
            else states.Add(sibling);
        }

        if (joined == 0) return top;
        foreach (var sibling in states) outline.States[sibling] = PageState.Dropped;
        return parent;
    }

    private static bool IsPlain(PageOutline outline, int number)
    {
        ref readonly var sum = ref outline.Sums[number];
        if (outline.Elements[number].Name is not ("p" or "blockquote" or "pre")) return false;
        return sum.Text > LongestPlain ? sum.LinkDensity < 0.25 : sum.Text > 0 && sum.Link == 0 && sum.Text > ShortestParagraph;
    }
}
