using SenSupport.Domain.Pupils;
using SenSupport.Web.Features.Shared.Pupils;

namespace SenSupport.Web.Features.Pupils.ActOnMany;

/// <summary>The page on which an act is described.</summary>
/// <param name="Form">What is typed.</param>
/// <param name="Kind">The act.</param>
/// <param name="Pupils">The pupils who were chosen.</param>
/// <param name="HasMore">Whether more were chosen than one act takes.</param>
public sealed record BulkPage(BulkForm Form, BulkKind Kind, IReadOnlyList<FoundPupil> Pupils, bool HasMore)
{
    /// <summary>The most pupils of one act.</summary>
    public const int MostPupils = 500;
}

/// <summary>The preview: what would be done for each pupil.</summary>
/// <param name="Form">What is typed and ticked.</param>
/// <param name="Kind">The act.</param>
/// <param name="What">The act in words.</param>
/// <param name="Steps">What it does for each.</param>
/// <param name="Changed">Pupils of whom something changed since the preview was shown.</param>
/// <param name="HasMore">Whether more were chosen than one act takes.</param>
public sealed record BulkCheck(BulkForm Form, BulkKind Kind, string What, IReadOnlyList<BulkStep> Steps, IReadOnlySet<Guid> Changed, bool HasMore)
{
    /// <summary>For how many it can be done.</summary>
    public int Possible => Steps.Count(step => step.IsPossible);

    /// <summary>Whether a pupil is ticked.</summary>
    public bool IsTaken(BulkStep step) => step.IsPossible && Form.Rows[step.Pupil.Id].Take;
}

/// <summary>How an act ended.</summary>
/// <param name="ActId">The act; null when nothing was done.</param>
/// <param name="Changed">Pupils of whom something changed since the preview was shown: nothing was done for anybody then.</param>
/// <param name="Pupils">For how many it was done.</param>
public sealed record BulkOutcome(Guid? ActId, IReadOnlySet<Guid> Changed, int Pupils)
{
    /// <summary>Who was asked for something by it.</summary>
    public IReadOnlyList<(string Name, string Email)> Told { get; init; } = [];
}

/// <summary>An act with what became of it.</summary>
/// <param name="Act">The act.</param>
/// <param name="Rows">Its rows by the pupils' names.</param>
/// <param name="CanUndo">Whether it can still be put back.</param>
/// <param name="Back">The list to go back to.</param>
public sealed record BulkActPage(BulkAct Act, IReadOnlyList<BulkActPageRow> Rows, bool CanUndo, string Back)
{
    /// <summary>For how many rows it would be, or was, put back.</summary>
    public int Restored => Rows.Count(row => row.Left.Length == 0);
}

/// <summary>A row of an act.</summary>
/// <param name="Pupil">The pupil; null where the person does not see the record any more.</param>
/// <param name="Change">What was changed.</param>
/// <param name="Left">Why it would be, or was, left as it is; empty otherwise.</param>
public sealed record BulkActPageRow(FoundPupil? Pupil, string Change, string Left);
