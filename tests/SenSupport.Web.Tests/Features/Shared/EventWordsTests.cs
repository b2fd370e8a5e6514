using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Records;

namespace SenSupport.Web.Tests.Features.Shared;

public sealed class EventWordsTests
{
    [Theory]
    [InlineData(RecordEventKind.ViewGathered, "The pupil", "View for the review written down: the pupil")]
    [InlineData(RecordEventKind.ViewGathered, "Charlotte Ashworth", "View for the review written down: Charlotte Ashworth")]
    [InlineData(RecordEventKind.ViewCorrected, "Charlotte Ashworth: date", "View for the review put right: Charlotte Ashworth: date")]
    [InlineData(RecordEventKind.ReviewInvited, "The parents, by letter on 11 November 2026", "Invited to the review: the parents, by letter on 11 November 2026")]
    public void Title_WhenAViewIsSomebodys_LeavesTheirNameAsItIs(RecordEventKind kind, string summary, string title) => Assert.Equal(title, EventWords.Title(kind, 1, summary));
}
