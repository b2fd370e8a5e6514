using System.Globalization;

namespace SenSupport.Web.Exchange;

/// <summary>Something that is wrong with a file: where, what, and what to do about it.</summary>
/// <param name="Line">The line of the file, from 1; null when it is about the whole file.</param>
/// <param name="Column">The column's heading, or the element's name; null when it is about the whole line.</param>
/// <param name="What">What was found, as the start of a sentence.</param>
/// <param name="Mend">What to do instead, as its end.</param>
/// <param name="IsWarning">Whether the line can be used all the same.</param>
public sealed record ExchangeProblem(int? Line, string? Column, string What, string Mend, bool IsWarning = false)
{
    /// <summary>The problem as one sentence: "31/02/2017 is no date: write day/month/year, for example 3/9/2017".</summary>
    public string Sentence => $"{What}: {Mend}";

    /// <summary>Where it is: "Line 7, Date of birth"; empty when it is about the whole file.</summary>
    public string Where => string.Join(", ", new[] { Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"Line {line}") : null, Column }.OfType<string>());

    /// <inheritdoc/>
    public override string ToString() => Where.Length == 0 ? Sentence : $"{Where}: {Sentence}";
}

/// <summary>Gathers problems. It keeps the first <see cref="ExchangeLimits.Problems"/> and says when there were more, so that a hopeless file takes no memory.</summary>
public sealed class ProblemList
{
    private readonly List<ExchangeProblem> kept = [];

    /// <summary>How many were found, those not kept among them.</summary>
    public int Count { get; private set; }

    /// <summary>Adds one.</summary>
    public void Add(ExchangeProblem problem)
    {
        Count++;
        if (kept.Count < ExchangeLimits.Problems)
        {
            kept.Add(problem);
        }
    }

    /// <summary>The problems in the order of their lines.</summary>
    public IReadOnlyList<ExchangeProblem> ToList()
    {
        var sorted = kept.OrderBy(problem => problem.Line ?? 0).ToList();
        if (Count > kept.Count)
        {
            sorted.Add(new ExchangeProblem(null, null, string.Create(CultureInfo.InvariantCulture, $"{Count - kept.Count:N0} more problems were found"), "mend these first and try the file again"));
        }

        return sorted;
    }
}

/// <summary>Ends the reading of a file that cannot be used. It never leaves the readers: they answer with its problem.</summary>
internal sealed class FileRefusedException(ExchangeProblem problem) : Exception(problem.ToString())
{
    public FileRefusedException(int? line, string? column, string what, string mend)
        : this(new ExchangeProblem(line, column, what, mend))
    {
    }

    public ExchangeProblem Problem { get; } = problem;
}
