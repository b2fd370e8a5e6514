using FluentValidation;

namespace SenSupport.Web.Features.Groups.ImportGroups;

/// <summary>A file of groups to look at.</summary>
public sealed class ImportGroupsForm
{
    /// <summary>The most bytes of a file: far more than the groups of a large school take.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    /// <summary>The file.</summary>
    public IFormFile? File { get; set; }

    /// <summary>The messages of the page.</summary>
    public sealed class Validator : AbstractValidator<ImportGroupsForm>
    {
        /// <summary>A file of a sensible size is needed.</summary>
        public Validator() =>
            RuleFor(form => form.File).Cascade(CascadeMode.Stop)
                .NotNull().WithMessage("Choose a CSV or Excel file")
                .Must(file => file!.Length > 0).WithMessage("The file is empty: export it again")
                .Must(file => file!.Length <= MostBytes).WithMessage("The file is larger than 2 MB: export only the columns that are needed, or import it in parts");
    }
}

/// <summary>A file that was looked at, to be imported as it was shown.</summary>
public sealed class ApplyGroupsForm
{
    /// <summary>The file again, base64.</summary>
    public string Content { get; set; } = "";

    /// <summary>The field of each column, by its place, when the columns are corrected.</summary>
    public Dictionary<int, string> Columns { get; set; } = [];

    /// <summary>What the page that was shown would do: when the school has changed since, it is shown again.</summary>
    public string Shown { get; set; } = "";

    /// <summary>The messages of the page.</summary>
    public sealed class Validator : AbstractValidator<ApplyGroupsForm>
    {
        /// <summary>The page posts both.</summary>
        public Validator() => RuleFor(form => form.Content).NotEmpty().WithMessage("Choose a CSV or Excel file");
    }
}
