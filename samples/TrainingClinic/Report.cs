using System.Globalization;

namespace TrainingClinic;

/// <summary>Shows patients.</summary>
internal static class Report
{
    /// <summary>Shows what was found wrong with one, and what the cure did.</summary>
    public static void Show(IAnsiConsole console, Patient patient, Course sick, Course cured)
    {
        console.MarkupLine($"[bold]{patient.Name.EscapeMarkup()}[/]");
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().Padding(2, 0, 2, 0)).AddColumn();
        grid.AddRow("test accuracy", Percent(sick.Accuracy));
        foreach (var finding in sick.Findings)
        {
            string colour = finding.Kind == patient.Expected ? "red" : "yellow";
            grid.AddRow($"[{colour}]{finding.Kind}[/]", $"step {finding.Step}: {finding.Message.EscapeMarkup()}");
        }

        if (Find(patient, sick) is { } diagnosis)
        {
            grid.AddRow("advice", diagnosis.Advice.EscapeMarkup());
        }

        grid.AddRow("cure", patient.Cure.EscapeMarkup());
        grid.AddRow("findings then", cured.Findings.Count == 0 ? "[green]none[/]" : string.Join("\n", cured.Findings.Select(finding => $"[red]{finding.Kind}[/]: {finding.Message.EscapeMarkup()}")));
        grid.AddRow("accuracy then", Percent(cured.Accuracy));
        console.Write(grid);
        console.WriteLine();
    }

    /// <summary>What did not go as it should; empty where all did.</summary>
    public static IEnumerable<string> Problems(Patient patient, Course sick, Course cured)
    {
        if (Find(patient, sick) is null)
        {
            yield return $"{patient.Name}: expected {patient.Expected}, but found {Kinds(sick)}";
        }

        if (cured.Findings.Count > 0)
        {
            yield return $"{patient.Name}, cured: expected no findings, but found {Kinds(cured)}";
        }

        if (cured.Accuracy <= sick.Accuracy)
        {
            yield return $"{patient.Name}: the cure took the accuracy from {Percent(sick.Accuracy)} to {Percent(cured.Accuracy)}";
        }
    }

    private static Finding? Find(Patient patient, Course sick) => sick.Findings.FirstOrDefault(finding => finding.Kind == patient.Expected);

    private static string Kinds(Course course) =>
        course.Findings.Count == 0 ? "nothing" : string.Join(", ", course.Findings.Select(finding => finding.Kind));

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %");
}
