using TrainingClinic;

var console = Terminal.Create();
var (train, test) = DigitData.Load();
console.WriteLine($"Four sick trainings on {train.Count} digits: the findings, and the cure.");
console.WriteLine();

var problems = new List<string>();
foreach (var patient in Patient.All(train, test))
{
    var sick = patient.Train();
    var cured = patient.TrainCured();
    Report.Show(console, patient, sick, cured);
    problems.AddRange(Report.Problems(patient, sick, cured));
}

foreach (string problem in problems)
{
    console.WriteLine(problem);
}

return problems.Count == 0 ? 0 : 1;
