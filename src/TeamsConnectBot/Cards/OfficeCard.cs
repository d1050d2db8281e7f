using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>A part of an answer to somebody with a role.</summary>
/// <param name="Heading">Empty for none.</param>
/// <param name="Lines">Plain text; each is escaped.</param>
internal sealed record OfficeSection(string Heading, IReadOnlyList<string> Lines);

/// <summary>The answer to a command for people with a role: rules, figures, the log. The caller supplies the words.</summary>
internal sealed record OfficeCard(string Heading, IReadOnlyList<OfficeSection> Sections, string? Note = null) : Card
{
    public override string Summary(Texts texts) => texts.Office.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        yield return Parts.Heading(MarkdownText.Escape(Heading));
        foreach (var section in Sections)
        {
            if (section.Heading.Length > 0)
            {
                yield return Parts.SubHeading(MarkdownText.Escape(section.Heading));
            }

            if (section.Lines.Count > 0)
            {
                yield return Parts.Bullets(section.Lines.Select(MarkdownText.Escape));
            }
        }

        if (Note is { } note)
        {
            yield return Parts.Note(MarkdownText.Escape(note));
        }
    }
}

/// <summary>The words around rules, figures and the log; the words of the rules themselves are in Core.</summary>
internal sealed record OfficeTexts(
    string Summary, string Rules, string NoRules, string MoreRules, string Commands, string Off, string Waiting, Template Version,
    Template NoSuchRule, Template IsOn, Template IsOff, Template NowWaits, string CantBeUsed, string Conflict, string AskedYourself,
    string Stopped, string StoppedLine, string Started, string StartedLine, DryRunTexts DryRun, OfficeReportTexts Report, AuditTexts Audit,
    UseVoteTexts Vote, ApprovalWaitsTexts Waits);

internal sealed record DryRunTexts(
    Template Heading, Template Audience, Template Nudges, Template Reached, Template Pairs, Template NeverReached, Template Repeats,
    Template Graph, Template Price, Template Paid, string Ranges, string TooFewPeople, string Invalid, string GraphUnavailable,
    Template BudgetSpent, string NotAgreed, string NotAllowed, string NoFigures);

internal sealed record OfficeReportTexts(
    string Heading, Template ActiveRules, Plural WaitingRules, string Running, string Stopped, string NotAgreed, Template Agreed,
    Template Erased, Plural Rounds, string LogSound, Template LogBroken, Template Trial, Template TrialResult, string TrialTooFew,
    string Page);

internal sealed record AuditTexts(string Heading, string Nothing, string Sound, Template Broken);

internal sealed record UseVoteTexts(
    string Heading, string Question, Template Decides, string Secret, string Yes, string No, string Closed, string Approved, string Refused,
    string Counted, string VotedBefore, string NoVote, string NotTakingPart, string JoinedLater, string How, Template Asked,
    string AskedTooSoon)
{
    public string For(UseVoteState state) => state switch
    {
        UseVoteState.Voted => Counted,
        UseVoteState.Closed => Closed,
        UseVoteState.Approved => Approved,
        UseVoteState.Refused => Refused,
        UseVoteState.JoinedLater => JoinedLater,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No text for this state."),
    };
}
