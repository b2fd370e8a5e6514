using SenSupport.Web.Features.Shared.Saving;

namespace SenSupport.Web.Tests.Features.Shared.Saving;

public sealed class ThreeWayMergeTests
{
    [Theory]
    [InlineData("a", "a", "a", "a", 0)]
    [InlineData("a", "b", "a", "b", 1)]
    [InlineData("a", "a", "c", "c", 1)]
    [InlineData("a", "b", "b", "b", 0)]
    [InlineData("", "b", "", "b", 1)]
    [InlineData("a", "", "a", "", 1)]
    [InlineData("a", "a", "", "", 1)]
    public void Merge_WhenAtMostOneChangedAField_TakesTheChange(string begun, string mine, string theirs, string expected, int merged)
    {
        var merge = ThreeWayMerge.Merge(Of(("x", begun)), Of(("x", mine)), Of(("x", theirs)));
        Assert.Empty(merge.Conflicts);
        Assert.Equal(expected, merge.Fields.GetValueOrDefault("x", ""));
        Assert.Equal(merged, merge.MergedCount);
    }

    [Theory]
    [InlineData("a", "b", "c")]
    [InlineData("", "b", "c")]
    [InlineData("a", "", "c")]
    [InlineData("a", "b", "")]
    public void Merge_WhenBothChangedAField_AsksWithTheWritersOwnFirst(string begun, string mine, string theirs)
    {
        var merge = ThreeWayMerge.Merge(Of(("x", begun)), Of(("x", mine)), Of(("x", theirs)));
        Assert.Equal(new MergeConflict("x", mine, theirs, IsRow: false), Assert.Single(merge.Conflicts));
        Assert.Equal(mine, merge.Fields.GetValueOrDefault("x", ""));
    }

    [Fact]
    public void Merge_WhenARowWasRemovedThatNobodyChanged_RemovesIt()
    {
        var row = Row("1", "text");
        foreach (var (mine, theirs) in new[] { (Of(), row), (row, Of()) })
        {
            var merge = ThreeWayMerge.Merge(row, mine, theirs);
            Assert.Empty(merge.Conflicts);
            Assert.Empty(merge.Fields);
            Assert.Equal(1, merge.MergedCount);
        }
    }

    [Fact]
    public void Merge_WhenBothRemovedARow_RemovesItWithoutAWord()
    {
        var merge = ThreeWayMerge.Merge(Row("1", "text"), Of(), Of());
        Assert.Empty(merge.Conflicts);
        Assert.Empty(merge.Fields);
    }

    [Fact]
    public void Merge_WhenARowWasRemovedThatTheOtherChanged_AsksForTheWholeRow()
    {
        var begun = Row("1", "text");
        var changed = Row("1", "changed");
        Assert.Equal(new MergeConflict("targets/1", "changed", "", IsRow: true), Assert.Single(ThreeWayMerge.Merge(begun, changed, Of()).Conflicts));
        var removedByMe = ThreeWayMerge.Merge(begun, Of(), changed);
        Assert.Equal(new MergeConflict("targets/1", "", "changed", IsRow: true), Assert.Single(removedByMe.Conflicts));
        Assert.Empty(removedByMe.Fields);
        ThreeWayMerge.Settle(removedByMe.Fields, "targets/1", changed, "");
        Assert.Equal(changed, removedByMe.Fields);
    }

    [Fact]
    public void Merge_WhenBothAddedRows_KeepsTheSavedOneFirst()
    {
        var merge = ThreeWayMerge.Merge(Of(), Row("2", "mine"), Row("1", "theirs"));
        Assert.Empty(merge.Conflicts);
        Assert.Equal(["targets/1/id", "targets/1/statement", "targets/2/id", "targets/2/statement"], merge.Fields.Keys);
        Assert.Equal(2, merge.MergedCount);
    }

    [Fact]
    public void Settle_WhenAFieldIsChosen_SetsOrRemovesIt()
    {
        var fields = Of(("x", "mine"), ("y", "mine"));
        ThreeWayMerge.Settle(fields, "x", Of(), "theirs");
        ThreeWayMerge.Settle(fields, "y", Of(), "");
        Assert.Equal(Of(("x", "theirs")), fields);
    }

    private static OrderedDictionary<string, string> Row(string id, string statement) => Of(($"targets/{id}/id", id), ($"targets/{id}/statement", statement));

    private static OrderedDictionary<string, string> Of(params (string Path, string Value)[] fields)
    {
        var made = new OrderedDictionary<string, string>();
        foreach (var (path, value) in fields.Where(field => field.Value.Length > 0))
        {
            made[path] = value;
        }

        return made;
    }
}
