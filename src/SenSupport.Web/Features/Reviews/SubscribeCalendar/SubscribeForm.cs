using FluentValidation;

namespace SenSupport.Web.Features.Reviews.SubscribeCalendar;

/// <summary>What the person's own calendar is to show.</summary>
public sealed class SubscribeForm
{
    /// <summary>Whether it names pupils.</summary>
    public bool NamesPupils { get; set; }

    /// <summary>Nothing of it can be wrong.</summary>
    public sealed class Validator : AbstractValidator<SubscribeForm>;
}

/// <summary>The page of the secret address.</summary>
/// <param name="MadeAt">When the address was made, in UTC; null when there is none.</param>
/// <param name="NamesPupils">Whether the calendar names pupils.</param>
/// <param name="Address">The address, only right after it was made.</param>
public sealed record SubscribePage(DateTime? MadeAt, bool NamesPupils, string? Address = null);
