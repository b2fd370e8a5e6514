using FluentValidation;

namespace SenSupport.Web.Features.Staff.ImportStaff;

/// <summary>Who of those whom an import added is invited.</summary>
public sealed class ReportStaffForm
{
    /// <summary>The people.</summary>
    public List<Guid> Staff { get; set; } = [];

    /// <summary>The messages of the page.</summary>
    public sealed class Validator : AbstractValidator<ReportStaffForm>
    {
        /// <summary>Somebody has to be chosen.</summary>
        public Validator() => RuleFor(form => form.Staff).NotEmpty().WithMessage("Choose whom to invite");
    }
}
