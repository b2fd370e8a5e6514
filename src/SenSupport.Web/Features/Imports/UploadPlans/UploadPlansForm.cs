using FluentValidation;

namespace SenSupport.Web.Features.Imports.UploadPlans;

/// <summary>The file to bring in.</summary>
public sealed class UploadPlansForm
{
    /// <summary>The file.</summary>
    public IFormFile? File { get; set; }

    /// <summary>What must be there.</summary>
    public sealed class Validator : AbstractValidator<UploadPlansForm>
    {
        /// <summary>The rules with their messages.</summary>
        public Validator()
        {
            RuleFor(form => form.File).NotNull().WithMessage("Choose the table that you filled in");
        }
    }
}
