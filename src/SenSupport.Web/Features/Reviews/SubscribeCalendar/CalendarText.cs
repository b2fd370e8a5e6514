using System.Globalization;
using System.Text;

namespace SenSupport.Web.Features.Reviews.SubscribeCalendar;

/// <summary>A calendar as programs read it (RFC 5545): days without an hour, lines of at most 75 octets, no line that a text could begin.</summary>
public static class CalendarText
{
    private const int MostOctets = 75;

    /// <summary>Writes a calendar.</summary>
    /// <param name="name">What the calendar is called.</param>
    /// <param name="events">Its days.</param>
    /// <param name="at">The moment, in UTC.</param>
    public static string Write(string name, IEnumerable<CalendarEvent> events, DateTime at)
    {
        var text = new StringBuilder();
        foreach (var line in Lines(name, events, at))
        {
            AppendFolded(text, line);
        }

        return text.ToString();
    }

    private static IEnumerable<string> Lines(string name, IEnumerable<CalendarEvent> events, DateTime at)
    {
        yield return "BEGIN:VCALENDAR";
        yield return "VERSION:2.0";
        yield return "PRODID:-//SenSupport//Reviews//EN";
        yield return "CALSCALE:GREGORIAN";
        yield return "METHOD:PUBLISH";
        yield return $"X-WR-CALNAME:{Escape(name)}";
        yield return "REFRESH-INTERVAL;VALUE=DURATION:PT6H";
        foreach (var one in events)
        {
            yield return "BEGIN:VEVENT";
            yield return $"UID:{one.Uid}";
            yield return string.Create(CultureInfo.InvariantCulture, $"DTSTAMP:{at:yyyyMMdd'T'HHmmss'Z'}");
            yield return string.Create(CultureInfo.InvariantCulture, $"DTSTART;VALUE=DATE:{one.On:yyyyMMdd}");
            yield return string.Create(CultureInfo.InvariantCulture, $"DTEND;VALUE=DATE:{one.On.AddDays(1):yyyyMMdd}");
            yield return $"SUMMARY:{Escape(one.Summary)}";
            yield return $"URL:{one.Url}";
            yield return "CLASS:PRIVATE";
            yield return "TRANSP:TRANSPARENT";
            yield return "END:VEVENT";
        }

        yield return "END:VCALENDAR";
    }

    // RFC 5545, 3.3.11. A control character has no place in a text at all.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            _ = letter switch
            {
                '\\' or ';' or ',' => escaped.Append('\\').Append(letter),
                '\n' => escaped.Append("\\n"),
                _ when char.IsControl(letter) => escaped,
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }

    // RFC 5545, 3.1: a long line goes on after a line end and a space, never inside a letter.
    private static void AppendFolded(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var letter in line.EnumerateRunes())
        {
            if (octets + letter.Utf8SequenceLength > MostOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(letter.ToString());
            octets += letter.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}

/// <summary>A whole day in a calendar.</summary>
/// <param name="Uid">What tells it from all others, the same at each fetch.</param>
/// <param name="On">The day.</param>
/// <param name="Summary">What it is called.</param>
/// <param name="Url">The page that it is about.</param>
public sealed record CalendarEvent(string Uid, DateOnly On, string Summary, string Url);
