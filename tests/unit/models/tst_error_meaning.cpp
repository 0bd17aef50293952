// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_case.h"
#include "text/error_meaning.h"

using namespace barograph;

class TestErrorMeaning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documentedNumbersAreExplained();
    void theSameNumberMeansSomethingElseElsewhere();
    void otherNumbersAreNot();
    void budgetErrorsAreThoseOfTheWholeNumber();
};

void TestErrorMeaning::documentedNumbersAreExplained()
{
    for (const quint32 code : {4U, 368U, 80007U, 130429U, 131020U, 131041U, 131048U, 131049U, 131056U, 131057U, 131201U,
                               131204U, 131207U, 131208U, 131211U}) {
        const QString text = errorMeaning(NodeKind::CloudApi, code);
        QVERIFY2(text.endsWith(QLatin1Char('.')) && text.size() < 160, qPrintable(QString::number(code)));
    }
    for (const quint32 code : {400U,  401U,  402U,  408U,  410U,  429U,  430U,  432U,  433U,  470U,  471U,
                               472U,  500U,  1000U, 1001U, 1002U, 1003U, 1004U, 1005U, 1006U, 1007U, 1008U,
                               1009U, 1010U, 1011U, 1012U, 1013U, 1014U, 1015U, 1016U, 1017U, 1018U, 2001U}) {
        const QString text = errorMeaning(NodeKind::OnPremises, code);
        QVERIFY2(text.endsWith(QLatin1Char('.')) && text.size() < 160, qPrintable(QString::number(code)));
    }
    QVERIFY(errorMeaning(NodeKind::CloudApi, 130429).contains(QLatin1String("throughput")));
    QVERIFY(errorMeaning(NodeKind::OnPremises, 1016).contains(QLatin1String("overloaded")));
}

void TestErrorMeaning::theSameNumberMeansSomethingElseElsewhere()
{
    QVERIFY(errorMeaning(NodeKind::OnPremises, 131056).isEmpty());
    QVERIFY(errorMeaning(NodeKind::CloudApi, 1016).isEmpty());
    QVERIFY(errorMeaning(NodeKind::Waha, 130429).isEmpty());
    QVERIFY(!isBudgetError(NodeKind::Waha, 130429));
}

void TestErrorMeaning::otherNumbersAreNot()
{
    for (const quint32 code : {0U, 1U, 131999U, 4294967295U}) {
        QVERIFY(errorMeaning(NodeKind::CloudApi, code).isEmpty());
        QVERIFY(errorMeaning(NodeKind::OnPremises, code).isEmpty());
        QVERIFY(!isBudgetError(NodeKind::CloudApi, code));
    }
}

void TestErrorMeaning::budgetErrorsAreThoseOfTheWholeNumber()
{
    for (const quint32 code : {130429U, 131208U})
        QVERIFY(isBudgetError(NodeKind::CloudApi, code));
    for (const quint32 code : {131056U, 131048U, 131049U, 80007U, 4U})
        QVERIFY(!isBudgetError(NodeKind::CloudApi, code));
    for (const quint32 code : {429U, 1015U, 1016U})
        QVERIFY(isBudgetError(NodeKind::OnPremises, code));
    for (const quint32 code : {471U, 1014U, 130429U})
        QVERIFY(!isBudgetError(NodeKind::OnPremises, code));
}

BAROGRAPH_TEST(TestErrorMeaning)
#include "tst_error_meaning.moc"
