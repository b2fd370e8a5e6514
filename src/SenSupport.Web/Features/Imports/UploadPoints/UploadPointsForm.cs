using FluentValidation;

namespace SenSupport.Web.Features.Imports.UploadPoints;

/// <summary>The file to bring in.</summary>
public sealed class UploadPointsForm
{
    /// <summary>The file.</summary>
    public IFormFile? File { get; set; }

    /// <summary>What must be there.</summary>
    public sealed class Validator : AbstractValidator<UploadPointsForm>
    {
        /// <summary>The rules with their messages.</summary>
        public Validator()
        {
            RuleFor(form => form.File).NotNull().WithMessage("Choose the table of results");
        }
    }
}
