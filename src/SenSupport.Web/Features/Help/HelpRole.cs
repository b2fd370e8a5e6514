namespace SenSupport.Web.Features.Help;

/// <summary>A role's page of help.</summary>
/// <param name="Address">The last part of its address.</param>
/// <param name="View">The view's name.</param>
/// <param name="Name">The role, as in "Help for …".</param>
/// <param name="InShort">What the role does here, in a sentence.</param>
public sealed record HelpRole(string Address, string View, string Name, string InShort)
{
    /// <summary>Every role, in the order of the index.</summary>
    public static IReadOnlyList<HelpRole> All { get; } =
    [
        new("senco", "Senco", "the SENCo", "Keep the register, lead each cycle, share plans and close reviews."),
        new("assistant", "Assistant", "the SEN assistant", "Type and arrange what the SENCo decides."),
        new("teacher", "Teacher", "teachers", "See what works for each pupil, write plans and reviews, mark progress."),
        new("teaching-assistant", "TeachingAssistant", "teaching assistants", "See what works for the pupils you support, note sessions, mark progress."),
        new("head", "Head", "headteachers and senior leaders", "Read every record and the figures of the school."),
        new("office", "Office", "office and data managers", "Look up pupils, classes and SEN codes."),
        new("governor", "Governor", "governors", "Read figures that identify nobody."),
        new("business-manager", "BusinessManager", "business managers", "Read the totals of the register."),
    ];
}
