using static SenSupport.Pdf.Text.Unicode.BidiClass;

namespace SenSupport.Pdf.Text.Unicode;

/// <summary>
/// The Unicode Bidirectional Algorithm (UAX 9, of Unicode 15.0): rules P2 to L2 for one paragraph. Everything works on UTF-16 units; the two of
/// a pair always get the same level. Time grows with the length alone: embeddings are at most 125 deep and open brackets at most 63.
/// </summary>
internal static class Bidi
{
    private const int MaximumDepth = 125;
    private const int MaximumBrackets = 63;

    /// <summary>The types of a text's units.</summary>
    public static BidiClass[] Classes(ReadOnlySpan<char> text)
    {
        var classes = new BidiClass[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                classes[i] = classes[i + 1] = Characters.BidiClass(char.ConvertToUtf32(text[i], text[i + 1]));
                i++;
            }
            else
            {
                classes[i] = Characters.BidiClass(text[i]);
            }
        }

        return classes;
    }

    /// <summary>The paragraph's level by its first strong character outside isolates (P2, P3), or null where it has none.</summary>
    public static byte? BaseLevel(ReadOnlySpan<BidiClass> classes) => FirstStrong(classes, stopAtPdi: false);

    /// <summary>Whether all levels are 0 in a paragraph whose base level is 0, so that the algorithm need not run.</summary>
    public static bool IsPlain(ReadOnlySpan<BidiClass> classes) => !classes.ContainsAny([R, AL, AN, RLE, RLO, RLI, LRE, LRO, LRI, FSI]);

    /// <summary>Levels of all units, without L1's treatment of the end of lines. Those that X9 removes get the level of what stands before them.</summary>
    /// <param name="original">Types of the units.</param>
    /// <param name="text">The units, for their brackets; empty where there are none.</param>
    /// <param name="baseLevel">Level of the paragraph, 0 or 1.</param>
    public static byte[] Levels(ReadOnlySpan<BidiClass> original, ReadOnlySpan<char> text, byte baseLevel)
    {
        var types = original.ToArray();
        var levels = new byte[types.Length];
        var matches = MatchIsolates(original);
        Explicit(original, types, levels, matches, baseLevel);
        Implicit(original, types, levels, matches, text, baseLevel);
        var before = baseLevel;
        for (var i = 0; i < levels.Length; i++)
        {
            before = levels[i] = IsRemoved(original[i]) ? before : levels[i];
        }

        for (var i = 0; i < levels.Length; i++)
        {
            if (original[i] is S or B)
            {
                ResetSpaces(original, levels, 0, i + 1, baseLevel);
                levels[i] = baseLevel;
            }
        }

        return levels;
    }

    /// <summary>Gives the white space at the end of a line the paragraph's level (L1).</summary>
    public static void ResetSpaces(ReadOnlySpan<BidiClass> original, Span<byte> levels, int start, int end, byte baseLevel)
    {
        for (var i = end - 1; i >= start; i--)
        {
            if (original[i] is WS or S or B or FSI or LRI or RLI or PDI || IsRemoved(original[i]))
            {
                if (original[i] is S or B && i < end - 1)
                {
                    return;
                }

                levels[i] = baseLevel;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>Indices in the order from left to right (L2).</summary>
    public static int[] VisualOrder(ReadOnlySpan<byte> levels)
    {
        var order = new int[levels.Length];
        byte highest = 0;
        byte lowestOdd = 255;
        for (var i = 0; i < levels.Length; i++)
        {
            order[i] = i;
            highest = Math.Max(highest, levels[i]);
            if ((levels[i] & 1) == 1)
            {
                lowestOdd = Math.Min(lowestOdd, levels[i]);
            }
        }

        for (int level = highest; level >= lowestOdd; level--)
        {
            for (var start = 0; start < levels.Length; start++)
            {
                var end = start;
                while (end < levels.Length && levels[end] >= level)
                {
                    end++;
                }

                if (end > start)
                {
                    order.AsSpan(start, end - start).Reverse();
                    start = end;
                }
            }
        }

        return order;
    }

    /// <summary>Whether X9 takes a type out of all rules that follow.</summary>
    public static bool IsRemoved(BidiClass type) => type is RLE or LRE or RLO or LRO or BidiClass.PDF or BN;

    private static byte? FirstStrong(ReadOnlySpan<BidiClass> classes, bool stopAtPdi)
    {
        var depth = 0;
        foreach (var type in classes)
        {
            switch (type)
            {
                case LRI or RLI or FSI:
                    depth++;
                    break;
                case PDI when depth > 0:
                    depth--;
                    break;
                case PDI when stopAtPdi:
                    return null;
                case L when depth == 0:
                    return 0;
                case R or AL when depth == 0:
                    return 1;
            }
        }

        return null;
    }

    /// <summary>For each isolate initiator the place of its PDI and the other way round; -1 where there is none (BD9).</summary>
    private static int[] MatchIsolates(ReadOnlySpan<BidiClass> classes)
    {
        var matches = new int[classes.Length];
        Array.Fill(matches, -1);
        Stack<int> open = [];
        for (var i = 0; i < classes.Length; i++)
        {
            if (classes[i] is LRI or RLI or FSI)
            {
                open.Push(i);
            }
            else if (classes[i] is PDI && open.TryPop(out var start))
            {
                matches[start] = i;
                matches[i] = start;
            }
            else if (classes[i] is B)
            {
                open.Clear();
            }
        }

        return matches;
    }

    /// <summary>Rules X1 to X8.</summary>
    private static void Explicit(ReadOnlySpan<BidiClass> original, BidiClass[] types, byte[] levels, int[] matches, byte baseLevel)
    {
        Stack<(byte Level, BidiClass Override, bool Isolate)> stack = [];
        stack.Push((baseLevel, ON, false));
        var (overflowIsolates, overflowEmbeddings, validIsolates) = (0, 0, 0);
        for (var i = 0; i < types.Length; i++)
        {
            var top = stack.Peek();
            switch (original[i])
            {
                case RLE or LRE or RLO or LRO:
                    levels[i] = top.Level;
                    var embedded = Next(top.Level, original[i] is RLE or RLO);
                    if (embedded <= MaximumDepth && overflowIsolates == 0 && overflowEmbeddings == 0)
                    {
                        stack.Push(((byte)embedded, original[i] switch { RLO => R, LRO => L, _ => ON }, false));
                    }
                    else if (overflowIsolates == 0)
                    {
                        overflowEmbeddings++;
                    }

                    break;
                case RLI or LRI or FSI:
                    levels[i] = top.Level;
                    Override(types, i, top.Override);
                    var rightToLeft = original[i] is RLI || (original[i] is FSI && FirstStrong(original[(i + 1)..(matches[i] < 0 ? original.Length : matches[i])], stopAtPdi: true) == 1);
                    var isolated = Next(top.Level, rightToLeft);
                    if (isolated <= MaximumDepth && overflowIsolates == 0 && overflowEmbeddings == 0)
                    {
                        validIsolates++;
                        stack.Push(((byte)isolated, ON, true));
                    }
                    else
                    {
                        overflowIsolates++;
                    }

                    break;
                case PDI:
                    if (overflowIsolates > 0)
                    {
                        overflowIsolates--;
                    }
                    else if (validIsolates > 0)
                    {
                        overflowEmbeddings = 0;
                        while (!stack.Peek().Isolate)
                        {
                            stack.Pop();
                        }

                        stack.Pop();
                        validIsolates--;
                    }

                    levels[i] = stack.Peek().Level;
                    Override(types, i, stack.Peek().Override);
                    break;
                case BidiClass.PDF:
                    levels[i] = top.Level;
                    if (overflowIsolates > 0)
                    {
                    }
                    else if (overflowEmbeddings > 0)
                    {
                        overflowEmbeddings--;
                    }
                    else if (!top.Isolate && stack.Count > 1)
                    {
                        stack.Pop();
                    }

                    break;
                case B:
                    levels[i] = baseLevel;
                    break;
                case BN:
                    levels[i] = top.Level;
                    break;
                default:
                    levels[i] = top.Level;
                    Override(types, i, top.Override);
                    break;
            }
        }
    }

    private static int Next(byte level, bool rightToLeft) => rightToLeft ? (level + 1) | 1 : (level + 2) & ~1;

    private static void Override(BidiClass[] types, int i, BidiClass with)
    {
        if (with != ON)
        {
            types[i] = with;
        }
    }

    /// <summary>Rules X10 to I2, for one isolating run sequence after the other.</summary>
    private static void Implicit(ReadOnlySpan<BidiClass> original, BidiClass[] types, byte[] levels, int[] matches, ReadOnlySpan<char> text, byte baseLevel)
    {
        // Level runs, by the places that X9 leaves.
        List<(int Start, int End)> runs = [];
        var kept = new int[types.Length];
        var count = 0;
        for (var i = 0; i < types.Length; i++)
        {
            if (IsRemoved(original[i]))
            {
                continue;
            }

            if (count == 0 || levels[kept[count - 1]] != levels[i])
            {
                runs.Add((count, count));
            }

            kept[count++] = i;
            runs[^1] = (runs[^1].Start, count);
        }

        Dictionary<int, int> runAt = [];
        for (var r = 0; r < runs.Count; r++)
        {
            runAt[kept[runs[r].Start]] = r;
        }

        // Levels change as sequences are resolved, but their ends are judged by what the explicit rules gave.
        var given = levels.ToArray();
        var sequence = new int[count];
        for (var r = 0; r < runs.Count; r++)
        {
            var first = kept[runs[r].Start];
            if (original[first] is PDI && matches[first] >= 0)
            {
                continue;
            }

            var length = 0;
            var end = 0;
            for (var run = r; ;)
            {
                for (var k = runs[run].Start; k < runs[run].End; k++)
                {
                    sequence[length++] = kept[k];
                }

                end = runs[run].End;
                var last = kept[end - 1];
                if (original[last] is LRI or RLI or FSI && matches[last] >= 0)
                {
                    run = runAt[matches[last]];
                }
                else
                {
                    break;
                }
            }

            var level = given[first];
            var before = runs[r].Start == 0 ? baseLevel : given[kept[runs[r].Start - 1]];
            var lastPlace = kept[end - 1];
            var after = end == count || (original[lastPlace] is LRI or RLI or FSI && matches[lastPlace] < 0) ? baseLevel : given[kept[end]];
            Resolve(original, types, levels, text, sequence.AsSpan(0, length), level, Direction(Math.Max(level, before)), Direction(Math.Max(level, after)));
        }
    }

    private static BidiClass Direction(byte level) => (level & 1) == 0 ? L : R;

    private static void Resolve(
        ReadOnlySpan<BidiClass> original, BidiClass[] types, byte[] levels, ReadOnlySpan<char> text, ReadOnlySpan<int> places, byte level, BidiClass sos, BidiClass eos)
    {
        Weak(types, places, sos);
        if (!text.IsEmpty)
        {
            PairBrackets(original, types, text, places, level, sos);
        }

        Neutral(types, places, level, sos, eos);
        foreach (var i in places)
        {
            levels[i] = (byte)(level + ((level & 1) == 0
                ? types[i] switch { R => 1, AN or EN => 2, _ => 0 }
                : types[i] is L or EN or AN ? 1 : 0));
        }
    }

    /// <summary>Rules W1 to W7.</summary>
    private static void Weak(BidiClass[] types, ReadOnlySpan<int> places, BidiClass sos)
    {
        var before = sos;
        var strong = sos;
        for (var k = 0; k < places.Length; k++)
        {
            ref var type = ref types[places[k]];
            if (type is NSM)
            {
                type = before is LRI or RLI or FSI or PDI ? ON : before;
            }

            before = type;
            if (type is L or R or AL)
            {
                strong = type;
            }
            else if (type is EN && strong is AL)
            {
                type = AN;
            }
        }

        foreach (var i in places)
        {
            if (types[i] is AL)
            {
                types[i] = R;
            }
        }

        for (var k = 1; k + 1 < places.Length; k++)
        {
            var (left, right) = (types[places[k - 1]], types[places[k + 1]]);
            ref var type = ref types[places[k]];
            if (left == right && ((left is EN && type is ES or CS) || (left is AN && type is CS)))
            {
                type = left;
            }
        }

        for (var k = 0; k < places.Length; k++)
        {
            if (types[places[k]] is not ET)
            {
                continue;
            }

            var end = k;
            while (end < places.Length && types[places[end]] is ET)
            {
                end++;
            }

            var becomes = (k > 0 && types[places[k - 1]] is EN) || (end < places.Length && types[places[end]] is EN) ? EN : ON;
            for (; k < end; k++)
            {
                types[places[k]] = becomes;
            }
        }

        strong = sos;
        foreach (var i in places)
        {
            ref var type = ref types[i];
            type = type is ES or CS or ET ? ON : type;
            if (type is L or R)
            {
                strong = type;
            }
            else if (type is EN && strong is L)
            {
                type = L;
            }
        }
    }

    /// <summary>Rule N0.</summary>
    private static void PairBrackets(
        ReadOnlySpan<BidiClass> original, BidiClass[] types, ReadOnlySpan<char> text, ReadOnlySpan<int> places, byte level, BidiClass sos)
    {
        List<(int Open, int Close)> pairs = [];
        Span<(int Closer, int Place)> open = stackalloc (int, int)[MaximumBrackets];
        var depth = 0;
        for (var k = 0; k < places.Length; k++)
        {
            var i = places[k];
            if (types[i] is not ON)
            {
                continue;
            }

            var other = Characters.Bracket(text[i]);
            if (other > 0)
            {
                if (depth == MaximumBrackets)
                {
                    // BD16: as though there were no brackets at all.
                    return;
                }

                open[depth++] = (other, k);
            }
            else if (other < 0)
            {
                var closer = text[i] == 0x232A ? 0x3009 : text[i];
                for (var d = depth - 1; d >= 0; d--)
                {
                    if (open[d].Closer == closer)
                    {
                        pairs.Add((open[d].Place, k));
                        depth = d;
                        break;
                    }
                }
            }
        }

        pairs.Sort();
        var along = Direction(level);
        var context = sos;
        var seen = 0;
        foreach (var (start, end) in pairs)
        {
            for (; seen < start; seen++)
            {
                context = Strong(types[places[seen]]) ?? context;
            }

            var (found, against) = (false, false);
            for (var k = start + 1; k < end && !found; k++)
            {
                if (Strong(types[places[k]]) is { } strong)
                {
                    found = strong == along;
                    against = true;
                }
            }

            if (!against)
            {
                continue;
            }

            var becomes = !found && context != along ? context : along;
            Become(original, types, places, start, becomes);
            Become(original, types, places, end, becomes);
        }
    }

    /// <summary>Gives a bracket its direction, and the marks on it with it.</summary>
    private static void Become(ReadOnlySpan<BidiClass> original, BidiClass[] types, ReadOnlySpan<int> places, int k, BidiClass type)
    {
        types[places[k]] = type;
        while (++k < places.Length && original[places[k]] is NSM)
        {
            types[places[k]] = type;
        }
    }

    private static BidiClass? Strong(BidiClass type) => type switch { L => L, R or EN or AN => R, _ => null };

    /// <summary>Rules N1 and N2.</summary>
    private static void Neutral(BidiClass[] types, ReadOnlySpan<int> places, byte level, BidiClass sos, BidiClass eos)
    {
        var before = sos;
        for (var k = 0; k < places.Length; k++)
        {
            if (Strong(types[places[k]]) is { } strong)
            {
                before = strong;
                continue;
            }

            var end = k;
            while (end < places.Length && Strong(types[places[end]]) is null)
            {
                end++;
            }

            var after = end < places.Length ? Strong(types[places[end]])!.Value : eos;
            var becomes = before == after ? before : Direction(level);
            for (; k < end; k++)
            {
                types[places[k]] = becomes;
            }

            k--;
        }
    }
}
