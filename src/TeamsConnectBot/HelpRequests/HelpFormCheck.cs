using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Helping;
using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Wording;

namespace TeamsConnectBot.HelpRequests;

/// <summary>Checks the form of a question. Each problem has a sentence of its own that says what would be right.</summary>
internal sealed class HelpFormCheck(HelpDeadlines deadlines, Reader reader)
{
    private static readonly Duration Quarter = Duration.FromMinutes(15);

    /// <summary>The earliest deadline for a question of the usual length, rounded up to a quarter of an hour.</summary>
    public Instant Earliest => EarliestOf(HelpForm.UsualMinutes);

    /// <param name="form">What was filled in.</param>
    /// <param name="namesSomebody">Whether the message mentions somebody, which Teams tells apart from the text.</param>
    /// <returns>The question, or the first problem.</returns>
    public (HelpQuestion? Question, string? Problem) Check(HelpForm form, bool namesSomebody = false)
    {
        var texts = reader.Texts.Helping;
        if (OwnWords.Problem(form.Words, HelpForm.LongestWords) is { } wrong)
        {
            return (null, texts.Problems.OfWords(wrong, form.Words, HelpForm.LongestWords));
        }

        if (namesSomebody)
        {
            return (null, texts.Problems.Mention);
        }

        if (form.Minutes is not { } minutes)
        {
            return (null, texts.Form.Minutes.Named);
        }

        if (minutes is < HelpForm.ShortestMinutes or > HelpForm.LongestMinutes || minutes % HelpForm.StepMinutes != 0)
        {
            return (null, texts.Problems.Minutes.With(("minutes", reader.Texts.Time.Minutes.With(minutes))));
        }

        if (form.Day is not { } day)
        {
            return (null, texts.Form.Day.Named);
        }

        if (!reader.Texts.SpokenLanguages.ContainsKey(form.Language))
        {
            return (null, texts.Form.Language.Named);
        }

        var deadline = deadlines.At(new HelpDeadline(day, form.Time));
        return ProblemOf(deadline, minutes) is { } late
            ? (null, late)
            : (new HelpQuestion(form.Words, minutes, deadline, form.Language), null);
    }

    private string? ProblemOf(Instant deadline, int minutes)
    {
        var texts = reader.Texts.Helping.Problems;
        var earliest = EarliestOf(minutes);
        var moment = ("moment", Capitalised(reader.Moments.Moment(deadline)));
        return deadlines.ProblemOf(deadline, earliest) switch
        {
            HelpDeadlineProblem.Passed => texts.Passed.With(moment, ("earliest", reader.Moments.Moment(earliest))),
            HelpDeadlineProblem.TooNear => texts.TooNear.With(moment, ("earliest", reader.Moments.Moment(earliest))),
            HelpDeadlineProblem.TooFar => texts.TooFar.With(moment, ("latest", reader.Moments.Moment(deadlines.Latest))),
            _ => null,
        };
    }

    private Instant EarliestOf(int minutes)
    {
        var earliest = HelpRequestTimes.EarliestDeadline(deadlines.Now, minutes, deadlines.Pool);
        var since = earliest - NodaConstants.UnixEpoch;
        var past = Duration.FromTicks(since.BclCompatibleTicks % Quarter.BclCompatibleTicks);
        return past == Duration.Zero ? earliest : earliest + (Quarter - past);
    }

    private static string Capitalised(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
