using FluentValidation;

namespace SenSupport.Web.Features.Imports.UploadImport;

/// <summary>The file to bring in.</summary>
public sealed class UploadImportForm
{
    /// <summary>The file.</summary>
    public IFormFile? File { get; set; }

    /// <summary>What must be there.</summary>
    public sealed class Validator : AbstractValidator<UploadImportForm>
    {
        /// <summary>The rules with their messages.</summary>
        public Validator()
        {
            RuleFor(form => form.File).NotNull().WithMessage("Choose the file that your management information system exported");
        }
    }
}
