using FluentValidation;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Duties.NameReaders;

/// <summary>Who has read the plan, and who need not.</summary>
public sealed class NameReadersForm
{
    /// <summary>By the member of staff.</summary>
    public Dictionary<Guid, ReaderEntry> Readers { get; set; } = [];

    /// <summary>Only lengths can be wrong.</summary>
    public sealed class Validator : AbstractValidator<NameReadersForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(form => form).Custom((form, context) =>
        {
            var find = new Findings(context.AddFailure);
            foreach (var (id, entry) in form.Readers)
            {
                find.Limit($"Readers[{id}].ExemptReason", entry.ExemptReason, TextLimits.Line, "The reason");
            }
        });
    }
}

/// <summary>One member of staff.</summary>
public sealed class ReaderEntry
{
    /// <summary>Whether they have read the version that is shared now.</summary>
    public bool HasRead { get; set; }

    /// <summary>Why they need not.</summary>
    public string ExemptReason { get; set; } = "";
}
