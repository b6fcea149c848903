namespace HypeWatch.Propagation;

/// <summary>What ties one text to another. Several may hold at once.</summary>
[Flags]
internal enum Ties
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>The source or sidecar gave both the same release key.</summary>
    Hint = 1,
    /// <summary>A hyperlink, or a printed address.</summary>
    Link = 2,
    /// <summary>It names the other's title.</summary>
    Title = 4,
    /// <summary>A shared quotation.</summary>
    Quote = 8,
}
