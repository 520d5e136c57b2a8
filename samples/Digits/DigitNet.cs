namespace Digits;

/// <summary>
/// Reads a handwritten digit of 8 x 8 pixels. Noise on the pixels, dropout and label smoothing keep it from being too sure of the
/// writers it has learned from, batch normalization lets it learn at a high rate all the same.
/// </summary>
[Network]
[Input(64)]
[GaussianNoise(0.1)]
[Dense(128), BatchNorm, Relu, Dropout(0.2)]
[Dense(64), BatchNorm, Relu, Dropout(0.2)]
[Dense(10)]
[CrossEntropy(LabelSmoothing = 0.1)]
[AdamW]
internal sealed partial class DigitNet;
