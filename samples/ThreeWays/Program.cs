using ThreeWays;

var console = Terminal.Create();
var (train, test) = IrisData.Load();
console.WriteLine($"{train.Count} flowers to learn from, {test.Count} to be judged by; {IrisNet.ParameterCount} parameters");
console.WriteLine("Every way starts from the same parameters and ends at a training loss of 0.05.");
console.WriteLine();
OutcomeTable.Show(console, Way.All.Select(way => Outcome.Of(way, train, test)));
console.WriteLine("evaluations: passes forward through all flowers to learn from, here 120;");
console.WriteLine("backpropagation goes back after each. KB: allocated, with set-up and garbage.");
