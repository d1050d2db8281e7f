using System.Diagnostics;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Plans a ritual from a phrase or a template. The ritual is created only after it was shown in full and confirmed.</summary>
internal sealed class CreateCommand(Decisions decisions, DraftBook drafts, SpacePhrases phrases) : RitualCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(
        nl: ["nieuw", "maak", "plan", "plan in"],
        en: ["new", "create", "start", "schedule"]);

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        nl: "een ritueel plannen: ‘ritueel nieuw vrijdagkoffie elke vrijdag 15:30 30 min’",
        en: "plan a ritual: ‘ritual new Friday coffee every Friday 15:30 for 30 minutes’");

    public override async Task<Card> RunAsync(RitualTurn turn, CancellationToken cancellationToken)
    {
        var (refusal, byVote) = await decisions.StandingAsync(turn, NameFor(turn), cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        turn = turn with { Proposes = byVote };
        var template = turn.Sender.Texts.Ritual.Templates.Find(turn.Text);
        switch (phrases.Read(turn, PhraseExpectation.Ritual))
        {
            case Understood understood:
                return await PlanAsync(turn, understood, template, cancellationToken);
            case Question { Kind: QuestionKind.NothingFound } when template != RitualTemplate.None:
                return await FromTemplateAsync(turn, template, cancellationToken);
            case Question question:
                // If no part of the text says when, the whole text is the name.
                string? name = question.Kind == QuestionKind.NothingFound ? RitualNames.Clean(turn.Text) : null;
                return await drafts.AskAsync(
                    turn, question, reading => ChangeOf(reading, name ?? NameOf(turn, reading, template), template), cancellationToken);
            default:
                throw new UnreachableException("A reading is either understood or a question.");
        }
    }

    private async Task<Card> PlanAsync(RitualTurn turn, Understood understood, RitualTemplate template, CancellationToken cancellationToken)
    {
        var name = NameOf(turn, understood, template);
        return name.Length > 0
            ? await decisions.DecideAsync(turn, ChangeOf(understood, name, template), NameFor(turn), confirmFirst: true, cancellationToken)
            : await drafts.AskAsync(
                turn,
                turn.Sender.Texts.Ritual.Question.WhatName,
                [.. DraftBook.NamesFor(ChangeOf(understood, "", RitualTemplate.None) with { ByVote = turn.Proposes }, turn.Sender.Texts)],
                cancellationToken);
    }

    // A template has a usual time, which is shown and can be corrected like any other.
    private async Task<Card> FromTemplateAsync(RitualTurn turn, RitualTemplate template, CancellationToken cancellationToken)
    {
        var texts = turn.Sender.Texts.Ritual.Templates.For(template)!;
        return phrases.Read(turn with { Text = texts.Usual }, PhraseExpectation.Ritual) is Understood usual
            ? await drafts.ConfirmAsync(
                turn, ChangeOf(usual, texts.Name, template) with { ByVote = turn.Proposes }, cancellationToken, isSuggestion: true)
            : throw new InvalidOperationException($"The usual time of '{texts.Name}' is not understood: {texts.Usual}");
    }

    private static string NameOf(RitualTurn turn, Understood understood, RitualTemplate template) =>
        RitualNames.Clean(understood.Name ?? turn.Sender.Texts.Ritual.Templates.For(template)?.Name ?? "");

    private static PlannedChange ChangeOf(Understood understood, string name, RitualTemplate template) =>
        new(ChangeWords.Create, null, null, PlanTimes.PlanOf(understood.Schedule, name, template));
}
