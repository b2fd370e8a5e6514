using FluentValidation;

namespace SenSupport.Web.Features.Staff.ImportStaff;

/// <summary>A file of staff to look at.</summary>
public sealed class ImportStaffForm
{
    /// <summary>The most bytes of a file: far more than the staff of a large school take.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    /// <summary>The file.</summary>
    public IFormFile? File { get; set; }

    /// <summary>The messages of the page.</summary>
    public sealed class Validator : AbstractValidator<ImportStaffForm>
    {
        /// <summary>A file of a sensible size is needed.</summary>
        public Validator() =>
            RuleFor(form => form.File).Cascade(CascadeMode.Stop)
                .NotNull().WithMessage("Choose a CSV or Excel file")
                .Must(file => file!.Length > 0).WithMessage("The file is empty: export it again")
                .Must(file => file!.Length <= MostBytes).WithMessage("The file is larger than 2 MB: export only the columns and people that are needed");
    }
}
