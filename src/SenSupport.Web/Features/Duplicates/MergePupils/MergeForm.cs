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

/// <summary>One of the two records.</summary>
public sealed record MergeSide(Guid Id, Guid Version, string ListName, string Status, bool IsOnRegister, Guid? PhotoId);

/// <summary>The page: both records side by side.</summary>
/// <param name="Name">The pupil, as the kept record has it.</param>
/// <param name="Kept">The record that takes in the other one.</param>
/// <param name="Other">The record that is taken in.</param>
/// <param name="Details">What each says.</param>
/// <param name="Counts">What each has.</param>
/// <param name="BothOpen">Whether both have an open cycle, which stands in the way.</param>
public sealed record MergePage(string Name, MergeSide Kept, MergeSide Other, IReadOnlyList<MergeDetail> Details, IReadOnlyList<MergeCount> Counts, bool BothOpen)
{
    /// <summary>Whether the pupil would be off the register afterwards, although one of the records has them on it.</summary>
    public bool LosesStatus => Other.IsOnRegister && !Kept.IsOnRegister;
}
