using FluentValidation;

namespace SenSupport.Web.Features.Duplicates.MergePupils;

/// <summary>What is true of what two records say.</summary>
public sealed class MergeForm
{
    /// <summary>"other" for each detail that is taken from the other record; the kept one's own otherwise.</summary>
    public Dictionary<string, string> Take { get; set; } = [];

    /// <summary>The kept record's version when the page was opened.</summary>
    public Guid KeptVersion { get; set; }

    /// <summary>The other record's version when the page was opened.</summary>
    public Guid OtherVersion { get; set; }

    /// <summary>The messages of the page.</summary>
    public sealed class Validator : AbstractValidator<MergeForm>
    {
        /// <summary>The page posts both versions.</summary>
        public Validator()
        {
            RuleFor(form => form.KeptVersion).NotEmpty().WithMessage("Compare the two records again");
            RuleFor(form => form.OtherVersion).NotEmpty().WithMessage("Compare the two records again");
        }
    }
}

/// <summary>A detail of both records.</summary>
/// <param name="Key">Its key in the form.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Kept">What the kept record says.</param>
/// <param name="Other">What the other one says.</param>
/// <param name="TakeOther">Whether the other one's is proposed: where the kept record says nothing.</param>
public sealed record MergeDetail(string Key, string Label, string Kept, string Other, bool TakeOther)
{
    /// <summary>Whether both say the same.</summary>
    public bool IsSame => Kept == Other;
}

/// <summary>What a record has of one kind.</summary>
public sealed record MergeCount(string What, string Kept, string Other, string After);

/// <summary>The page: both records side by side.</summary>
public sealed record MergePage(
    Guid KeptId, Guid OtherId, string Name, Guid KeptVersion, Guid OtherVersion, IReadOnlyList<MergeDetail> Details, IReadOnlyList<MergeCount> Counts, bool BothOpen, bool LosesStatus, string KeptStatus, string OtherStatus);
