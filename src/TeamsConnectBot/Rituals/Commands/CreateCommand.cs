using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Plans a ritual from a phrase or a template. Nothing is saved before it was echoed and confirmed.</summary>
internal sealed class CreateCommand(Decisions decisions, DraftDesk drafts, PhraseDesk phrases) : RitualCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["nieuw", "maak", "plan", "plan in"],
        ["en"] = ["new", "create", "start", "schedule"],
    };

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "een ritueel plannen: ‘ritueel nieuw vrijdagkoffie elke vrijdag 15:30 30 min’",
        ["en"] = "plan a ritual: ‘ritual new Friday coffee every Friday 15:30 for 30 minutes’",
    };

    public const string Word = "new";

    public override async Task<Card> RunAsync(RitualTurn turn, CancellationToken cancellationToken)
    {
        var (refusal, byVote) = await decisions.StandingAsync(turn, Words[turn.Visitor.Texts.Language][0], cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        turn = turn with { Proposes = byVote };
        var template = turn.Visitor.Texts.Ritual.Templates.Find(turn.Text);
        switch (phrases.Read(turn, PhraseExpectation.Ritual))
        {
            case Understood understood:
                return await PlanAsync(turn, understood, template, cancellationToken);
            case Question { Kind: QuestionKind.NothingFound } when template != RitualTemplate.None:
                return await FromTemplateAsync(turn, template, cancellationToken);
            case Question { Kind: QuestionKind.NothingFound } question:
                // Nothing of it says when, so all of it is the name.
                return await drafts.AskAsync(turn, question, reading => ChangeOf(reading, RitualNames.Clean(turn.Text), template), cancellationToken);
            case Question question:
                return await drafts.AskAsync(turn, question, reading => ChangeOf(reading, NameOf(turn, reading, template), template), cancellationToken);
            default:
                throw new InvalidOperationException("A reading is understood or a question.");
        }
    }

    private async Task<Card> PlanAsync(RitualTurn turn, Understood understood, RitualTemplate template, CancellationToken cancellationToken)
    {
        if (NameOf(turn, understood, template) is { Length: > 0 } name)
        {
            return await decisions.DecideAsync(turn, ChangeOf(understood, name, template), Words[turn.Visitor.Texts.Language][0], confirmFirst: true, cancellationToken);
        }

        return await drafts.AskAsync(
            turn,
            turn.Visitor.Texts.Ritual.Question.WhatName,
            DraftDesk.NamesFor(ChangeOf(understood, "", RitualTemplate.None) with { ByVote = turn.Proposes }, turn.Visitor.Texts),
            cancellationToken);
    }

    // A template says when it usually is; that is echoed and can be corrected like anything else.
    private async Task<Card> FromTemplateAsync(RitualTurn turn, RitualTemplate template, CancellationToken cancellationToken)
    {
        var texts = turn.Visitor.Texts.Ritual.Templates.For(template)!;
        return phrases.Read(turn with { Text = texts.Usual }, PhraseExpectation.Ritual) is Understood usual
            ? await drafts.ConfirmAsync(
                turn.Space, turn.Visitor, ChangeOf(usual, texts.Name, template) with { ByVote = turn.Proposes }, cancellationToken,
                isSuggestion: true)
            : throw new InvalidOperationException($"The usual time of '{texts.Name}' is not understood: {texts.Usual}");
    }

    private static string NameOf(RitualTurn turn, Understood understood, RitualTemplate template) =>
        RitualNames.Clean(understood.Name ?? turn.Visitor.Texts.Ritual.Templates.For(template)?.Name ?? "");

    private static PlannedChange ChangeOf(Understood understood, string name, RitualTemplate template) =>
        new(ChangeWords.Create, null, null, PlanTimes.PlanOf(understood.Schedule, name, template));
}
