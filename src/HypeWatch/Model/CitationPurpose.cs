namespace HypeWatch.Model;

/// <summary>What a work is cited for (Jurgens et al., "Measuring the evolution of a scientific field through citation frames", TACL 2018).</summary>
public enum CitationPurpose
{
    /// <summary>It says something that the writers need said.</summary>
    Background,
    /// <summary>The writers use its data, method or tool.</summary>
    Uses,
    /// <summary>The writers set their work or finding beside it, alike or unlike.</summary>
    Compares,
    /// <summary>The writers build on it.</summary>
    Extends,
    /// <summary>It is why the writers did what they did.</summary>
    Motivation,
    /// <summary>It is something that may be done later.</summary>
    Future,
}

/// <summary>The same in three coarse groups (Cohan et al., "Structural scaffolds for citation intent classification in scientific publications", NAACL 2019).</summary>
public enum CitationRole
{
    /// <summary>Context.</summary>
    Background,
    /// <summary>Something that was used.</summary>
    Method,
    /// <summary>A result that the writers' own is compared with.</summary>
    Result,
}
