using SenSupport.Domain.Duties;
using SenSupport.Domain.Pupils;

namespace SenSupport.Domain.Tests.Duties;

public sealed class AgencyConsentsTests
{
    private static readonly DoneFact[] Done =
    [
        new(DutyRecordKind.AgencyConsent, new(2026, 9, 1), "Speech and language therapy", AgencyConsents.Given),
        new(DutyRecordKind.AgencyConsent, new(2026, 9, 2), "CAMHS", AgencyConsents.Given),
        new(DutyRecordKind.AgencyConsent, new(2026, 10, 2), "CAMHS", AgencyConsents.Refused),
        new(DutyRecordKind.SpecialistConsidered, new(2026, 9, 1), "Educational psychologist", "Involved"),
    ];

    [Theory]
    [InlineData("Speech and language therapy, A. Reid", true)]
    [InlineData("speech & language THERAPY", false)] // other words
    [InlineData("language therapy", true)]
    [InlineData("CAMHS", false)] // taken back since
    [InlineData("Educational psychologist", false)] // involved, and nobody was asked
    [InlineData("", false)] // the latest answer of all was no
    public void For_TakesTheLatestAnswerForTheAgency(string contributor, bool allowed) => Assert.Equal(allowed, AgencyConsents.For(contributor, Done).Allows());

    [Fact]
    public void For_WhenNobodyWasAsked_IsNothing() => Assert.Null(AgencyConsents.For("Educational psychologist", Done));
}
