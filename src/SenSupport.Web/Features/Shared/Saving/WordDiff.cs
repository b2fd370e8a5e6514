using DiffPlex;

namespace SenSupport.Web.Features.Shared.Saving;

/// <summary>Which words of a text are not in another one.</summary>
public static class WordDiff
{
    /// <summary>The text in pieces, each marked where it is only in this one.</summary>
    public static IReadOnlyList<(string Text, bool IsOnlyHere)> Of(string other, string text)
    {
        var diff = new Differ().CreateWordDiffs(other, text, ignoreWhitespace: false, [' ', '\n']);
        var pieces = new List<(string, bool)>();
        var at = 0;
        foreach (var block in diff.DiffBlocks.Where(block => block.InsertCountB > 0))
        {
            Add(at, block.InsertStartB, false);
            Add(block.InsertStartB, block.InsertStartB + block.InsertCountB, true);
            at = block.InsertStartB + block.InsertCountB;
        }

        Add(at, diff.PiecesNew.Length, false);
        return pieces;

        void Add(int from, int to, bool isOnlyHere)
        {
            if (to > from)
            {
                pieces.Add((string.Concat(diff.PiecesNew.Skip(from).Take(to - from)), isOnlyHere));
            }
        }
    }
}
