// SPDX-License-Identifier: GPL-3.0-or-later
// The operator's notes, from the request to the answer that they are on the disk, and the marks that stand beside them.
#include "runtime/backend.h"

#include "storage/marker_reader.h"

#include <QUuid>

namespace barograph {

void Backend::annotate(const AnnotationRequest &request)
{
    AnnotationAnswer answer;
    answer.nodeId = request.nodeId;
    answer.id = request.id;
    answer.ticket = request.ticket;
    const auto check = checkAnnotation(request.text);
    answer.error = check.refusal;
    if (answer.error.isEmpty() && (!m_history || findNode(request.nodeId) == m_nodes.end()))
        answer.error = tr("This node is not in the configuration any more.");
    if (!answer.error.isEmpty()) {
        Q_EMIT annotationAnswered(answer);
        return;
    }
    if (answer.id.isEmpty())
        answer.id = QStringLiteral("note/") % QUuid::createUuid().toString(QUuid::WithoutBraces);
    answer.marker = {answer.id, request.at, MarkerKind::Annotation, request.nodeId, check.text, false};
    m_notesUnderWay.emplace(++m_lastNote, answer);
    m_history->storeNote(m_lastNote, answer.marker);
}

void Backend::removeAnnotation(const AnnotationRemoval &removal)
{
    AnnotationAnswer answer;
    answer.nodeId = removal.nodeId;
    answer.id = removal.id;
    answer.ticket = removal.ticket;
    // Only notes go: what happened stays.
    if (!m_history || !removal.id.startsWith(QLatin1String("note/"))) {
        answer.error = tr("Only notes can be taken away.");
        Q_EMIT annotationAnswered(answer);
        return;
    }
    answer.gone = true;
    m_notesUnderWay.emplace(++m_lastNote, answer);
    m_history->removeNote(m_lastNote, removal.id);
}

void Backend::finishAnnotation(quint64 note, const QString &failure)
{
    const auto found = m_notesUnderWay.find(note);
    if (found == m_notesUnderWay.end())
        return;
    auto answer = std::move(found->second);
    m_notesUnderWay.erase(found);
    answer.ok = failure.isEmpty();
    if (!answer.ok) {
        answer.gone = false;
        answer.marker = {};
        answer.error = failure;
    }
    Q_EMIT annotationAnswered(answer);
}

void Backend::readMarkers(const QString &nodeId, UtcTime from, UtcTime to)
{
    m_reports.start([this, nodeId, from, to, file = m_paths.historyFile()] {
        const auto span = barograph::readMarkers(file, nodeId, from, to);
        QMetaObject::invokeMethod(
            this, [this, span] { Q_EMIT markersRead(span); }, Qt::QueuedConnection);
    });
}

} // namespace barograph
