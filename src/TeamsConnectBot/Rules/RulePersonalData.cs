using TeamsConnectBot.PersonalData;
using TeamsConnectBot.Rules.Rows;
using TeamsConnectBot.Scheduling;
using static TeamsConnectBot.PersonalData.ColumnReasons;
using static TeamsConnectBot.PersonalData.RetentionTexts;

namespace TeamsConnectBot.Rules;

/// <summary>What rules and stops store about people, and columns that identify nobody.</summary>
internal static class RulePersonalData
{
    public static IServiceCollection AddRulePersonalData(this IServiceCollection services) => services
        .AddPersonalTables(
            PersonalTable.InOffice<RuleVersionRow>(
                "RuleVersions", person => row => row.AuthorId == person,
                [new("AuthorId", Author, WhileInUse, row => row.AuthorId)]),
            PersonalTable.InOffice<RuleDraftRow>(
                "RuleDrafts", person => row => row.AuthorId == person,
                [new("AuthorId", Author, UntilPublished, row => row.AuthorId)]),
            PersonalTable.InOffice<RuleApprovalRow>(
                "RuleApprovals",
                person => row => row.AskedById == person || row.DecidedById == person,
                [
                    new("AskedById", "who asked; they can't approve it too", WhileInUse, row => row.AskedById),
                    new("AskedByName", "the asker's name, for whoever decides", WhileInUse, row => row.AskedByName),
                    new("DecidedById", "who decided for the works council", WhileInUse, row => row.DecidedById),
                    new("DecidedByName", "the approver's name, in the report", WhileInUse, row => row.DecidedByName),
                ]),
            PersonalTable.InOffice<ExperimentRow>(
                "Trials", person => row => row.StartedById == person,
                [new("StartedById", "who began the trial", WhileInUse, row => row.StartedById)]),
            PersonalTable.InOffice<StopRow>(
                "Stops",
                person => row => row.ById == person || row.LiftedById == person,
                [
                    new("ById", "who stopped everything", WhileInUse, row => row.ById),
                    new("LiftedById", "who started it again", WhileInUse, row => row.LiftedById),
                ]))
        .AddOtherColumns(
            new("RuleVersions", "a rule's text and when it was written", "RuleId", "Number", "Json", "At"),
            new("RuleStates", "which version of a rule is in force", "RuleId", "ActiveNumber", "IsOn", "WaitingNumber", "Version"),
            new("RuleDrafts", "a rule's text while it is being changed", "RuleId", "Json", "BasedOn", "At", "Version"),
            new("RuleApprovals", "what a change would use more, and what came of it", "Id", "RuleId", "Number", "Wider", "AskedAt", "State",
                "MayBeTriedSince", "DecidedAt", "Version"),
            new("RuleApprovals", "the works council's reason and the last day of its yes, and what is in force after that day", "Reason",
                "Until", "BeforeNumber"),
            new("Trials", "which two versions of a rule run side by side", "Id", "RuleId", "One", "Other", "Seed", "StartedAt", "EndedAt",
                "Version"),
            new("Trials", "what was counted of both in groups of ten or more, once a step, and up to which week", "ConsideredUntil",
                "CountedUntil", "OneInvitations", "OneMet", "OtherInvitations", "OtherMet", "Steps"),
            new("Stops", "when everything stood still", "Id", "At", "ByWorksCouncil", "LiftedAt", "Version"));
}
